#include "window/scenario_list.hpp"

#include "charts/colors.hpp"
#include "views/figures.hpp"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QResizeEvent>
#include <algorithm>

namespace goho::gui {

namespace {

QIcon swatch(const QColor& color, bool base) {
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2.0);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(base ? QPen(color, 2.0) : QPen(Qt::NoPen));
    painter.setBrush(base ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawRoundedRect(QRectF(3, 3, 10, 10), 2.5, 2.5);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);  // else it is tinted
    return icon;
}

}  // namespace

ScenarioList::ScenarioList(Session& session, QWidget* parent) : QListWidget(parent), session_(session) {
    setAccessibleName(session.words()("Scenarios", "シナリオ一覧"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (!filling_ && row >= 0) session_.book().set_active(item(row)->data(Qt::UserRole).toInt());
    });
    connect(&session, &Session::scene_changed, this, &ScenarioList::renew);
    connect(&session.book(), &Workbook::saved, this, &ScenarioList::renew);
    renew();
}

QString ScenarioList::text_of(SheetId sheet) const {
    auto& book = session_.book();
    const QString hidden = session_.shown().hide_client ? name_of(session_.scene(), sheet) : QString();
    QString text = hidden.isEmpty() ? QString::fromStdString(book.name(sheet).in(session_.shown().language)) : hidden;
    if (sheet == book.base()) text += session_.words()("  · base", "　・基準");
    const auto* computed = session_.scene().answer ? session_.scene().answer->find(sheet) : nullptr;
    const std::size_t problems = book.problems(sheet).size() + (computed ? computed->problems.size() : 0);
    if (problems > 0) text += session_.words()("  ⚠ problems: ", "　⚠ 問題: ") + QString::number(problems);
    if (book.dirty(sheet)) text += QStringLiteral(" *");
    return text;
}

QString ScenarioList::tip_of(SheetId sheet) const {
    auto& book = session_.book();
    QStringList lines{QString::fromStdString(book.name(sheet).in(session_.shown().language))};
    const auto& path = book.sheet(sheet).path;
    lines << (path.empty() ? session_.words()("not saved yet", "未保存") : QString::fromStdString(path.string()));
    const auto add = [&](const Problems& problems) {
        for (const auto& problem : problems)
            lines << QStringLiteral("⚠ ") + QString::fromStdString(to_string(problem, session_.shown().language));
    };
    add(book.problems(sheet));
    if (const auto* computed = session_.scene().answer ? session_.scene().answer->find(sheet) : nullptr)
        add(computed->problems);
    return lines.join(QLatin1Char('\n'));
}

void ScenarioList::renew() {
    filling_ = true;
    auto& book = session_.book();
    const auto& sheets = book.sheets();
    while (count() > static_cast<int>(sheets.size())) delete takeItem(count() - 1);
    while (count() < static_cast<int>(sheets.size())) addItem(new QListWidgetItem);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        auto* row = item(static_cast<int>(i));
        const QString text = text_of(sheets[i]);
        const QColor color = session_.color(sheets[i]);
        if (row->text() != text) row->setText(text);
        const QString tip = tip_of(sheets[i]);
        if (row->toolTip() != tip) row->setToolTip(tip);
        if (row->data(Qt::UserRole + 1).value<QColor>() != color || row->data(Qt::UserRole).toInt() != sheets[i]) {
            row->setIcon(swatch(color, sheets[i] == book.base()));
            row->setData(Qt::UserRole + 1, color);
        }
        row->setData(Qt::UserRole, sheets[i]);
        if (sheets[i] == book.active() && currentRow() != static_cast<int>(i)) setCurrentRow(static_cast<int>(i));
    }
    filling_ = false;
    updateGeometry();
}

/// Keys begin here: the window opens on the list of what can be looked at.
void ScenarioList::showEvent(QShowEvent* event) {
    QListWidget::showEvent(event);
    if (!window()->focusWidget() || qobject_cast<QComboBox*>(window()->focusWidget())) setFocus();
}

/// As high as its names need, up to seven; more are scrolled to.
QSize ScenarioList::sizeHint() const {
    int height = 4;
    for (int row = 0; row < std::min(count(), 7); ++row) height += sizeHintForRow(row);
    return {240, height};
}

void ScenarioList::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        doItemsLayout();
        updateGeometry();
    }
}

void ScenarioList::contextMenuEvent(QContextMenuEvent* event) {
    const auto* row = itemAt(event->pos());
    if (!row) return;
    const SheetId sheet = row->data(Qt::UserRole).toInt();
    auto& book = session_.book();
    const auto words = session_.words();
    QMenu menu(this);
    menu.addAction(words("Make variant", "比較案を作る"), this, [&book, sheet] {
        const Text name = book.name(sheet);
        book.set_active(book.make_variant(sheet, {name.en + " (variant)", name.ja + "（比較案）"}));
    });
    menu.addAction(words("Rename…", "名前を変更…"), this, [this, &book, sheet, words] {
        bool ok = false;
        const auto language = session_.shown().language;
        const QString name =
            QInputDialog::getText(this, words("Rename", "名前を変更"), words("Name", "名前"), QLineEdit::Normal,
                                  QString::fromStdString(book.name(sheet).in(language)), &ok);
        if (!ok || name.isEmpty()) return;
        Text text = book.name(sheet);
        (language == Language::japanese ? text.ja : text.en) = name.toStdString();
        book.rename(sheet, text);
    });
    menu.addAction(words("Use as base", "基準にする"), this, [&book, sheet] { book.move(sheet, 0); });
    menu.addSeparator();
    menu.addAction(words("Close", "閉じる"), this, [this, &book, sheet, words] {
        const auto problems = book.remove(sheet);
        if (!problems.empty())
            QMessageBox::information(this, words("Close", "閉じる"),
                                     QString::fromStdString(to_string(problems.front(), session_.shown().language)));
    });
    menu.exec(event->globalPos());
}

}  // namespace goho::gui
