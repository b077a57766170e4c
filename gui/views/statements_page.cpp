#include "views/statements_page.hpp"

#include "models/table_model.hpp"
#include "views/difference_delegate.hpp"
#include "views/table_frame.hpp"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace goho::gui {

namespace {

QPushButton* segment(const QString& text, QButtonGroup* group, int id) {
    auto* button = new QPushButton(text);
    button->setCheckable(true);
    button->setProperty("segment", true);
    group->addButton(button, id);
    return button;
}

/// All statements stand in one row of buttons, beside an open panel of reasons too; headings say their names in full.
QString short_title(QString title) {
    return title.replace(QStringLiteral("Profit and loss"), QStringLiteral("P&&L"))
        .replace(QStringLiteral("Cash flow statement"), QStringLiteral("Cash flow"));
}

}  // namespace

StatementsPage::StatementsPage(const Shown& shown, QWidget* parent)
    : PlainPage("statements", {"Statements", "財務諸表"}, shown, parent), layouts_(new QButtonGroup(this)),
      periods_(new QButtonGroup(this)), panel_(new Panel(QString())), model_(new StatementModel(this)),
      view_(new QTableView), by_month_(shown.by_month) {
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    int n = 0;
    for (const auto& layout : accounting::statement_layouts) {
        row->addWidget(segment(short_title(words_(layout.title)), layouts_, n++));
        layouts_->button(n - 1)->setToolTip(words_(layout.title));
    }
    layouts_->button(0)->setChecked(true);
    row->addStretch(1);
    auto* periods = new QWidget;
    auto* both = new QHBoxLayout(periods);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(0);
    both->addWidget(segment(words_("Fiscal years", "年度"), periods_, 0));
    both->addWidget(segment(words_("Months", "月次"), periods_, 1));
    put_in_head(periods);
    periods_->button(by_month_ ? 1 : 0)->setChecked(true);
    row->addSpacing(12);
    auto* copy = new QPushButton(words_("Copy", "コピー"));
    auto* save = new QPushButton(words_("CSV…", "CSV…"));
    copy->setToolTip(words_("Copy the table as text", "表をテキストとしてコピー"));
    save->setToolTip(words_("Save the table as CSV", "表をCSVとして保存"));
    row->addWidget(copy);
    row->addSpacing(6);
    row->addWidget(save);
    body()->addLayout(row);
    view_->setHorizontalHeader(new ResultHeader(shown.theme));
    view_->setModel(model_);
    view_->setItemDelegate(new DifferenceDelegate(shown.theme, view_));
    view_->setAccessibleName(words_("Statement", "財務諸表"));
    set_up_table(*view_, false);
    frame_ = new TableFrame(view_);
    panel_->put(frame_);
    body()->addWidget(panel_, 1);
    connect(layouts_, &QButtonGroup::idClicked, this, [this] { show_answer(scene_); });
    connect(periods_, &QButtonGroup::idClicked, this, [this](int id) {
        by_month_ = id == 1;
        show_answer(scene_);
    });
    connect(copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(
            as_csv().replace(QLatin1Char(','), QLatin1Char('\t')).remove(QLatin1Char('"')));
    });
    connect(save, &QPushButton::clicked, this, [this] {
        const QString file =
            QFileDialog::getSaveFileName(this, words_("Save table", "表を保存"),
                                         panel_->heading() + QStringLiteral(".csv"), QStringLiteral("CSV (*.csv)"));
        QFile out(file);
        if (file.isEmpty() || !out.open(QIODevice::WriteOnly)) return;
        out.write("\xEF\xBB\xBF");  // so that spreadsheets read it as UTF-8
        out.write(as_csv().toUtf8());
    });
    connect(view_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT why(Figure{index.data(variable_role).toString().toStdString(), {}, {}, index.data(month_role).toInt()});
    });
}

void StatementsPage::select(int statement) {
    if (auto* button = layouts_->button(statement)) button->click();
}

QString StatementsPage::as_csv() const {
    const auto quoted = [](QString text) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    };
    QString out = quoted(panel_->heading());
    for (int c = 0; c < model_->columnCount(); ++c)
        out += QLatin1Char(',') + quoted(model_->headerData(c, Qt::Horizontal).toString());
    out += QLatin1Char('\n');
    for (int r = 0; r < model_->rowCount(); ++r) {
        out += quoted(model_->headerData(r, Qt::Vertical).toString().trimmed());
        for (int c = 0; c < model_->columnCount(); ++c)
            out += QLatin1Char(',') +
                   QString::fromStdString(plain_number(model_->index(r, c).data(value_role).toDouble(), 4))
                       .remove(QLatin1Char(','));
        out += QLatin1Char('\n');
    }
    return out;
}

void StatementsPage::show_answer(const Scene& scene) {
    const bool months_elsewhere = scene.shown.by_month != scene_.shown.by_month;
    scene_ = scene;
    if (months_elsewhere && scene.shown.by_month != by_month_) {
        by_month_ = scene.shown.by_month;
        periods_->button(by_month_ ? 1 : 0)->setChecked(true);
    }
    Shown shown = scene.shown;
    shown.by_month = by_month_;
    const auto& layout = accounting::statement_layouts[static_cast<std::size_t>(std::max(0, layouts_->checkedId()))];
    const auto* base = scene.active != scene.base && scene.answer ? scene.answer->find(scene.base) : nullptr;
    model_->set(layout, scene.answer->find(scene.active)->study, base ? base->study : nullptr, shown);
    panel_->set_heading(labelled(words_(layout.title), Measure("yen", scene.shown)));
    const bool differences = base && base->study && shown.difference != DifferenceMode::off;
    if (differences != with_differences_) {
        with_differences_ = differences;
        view_->verticalHeader()->setDefaultSectionSize(row_height(view_->fontMetrics(), differences));
        frame_->fit();
    }
    fit_columns();
}

/// Wide enough for what stands in the years; months are too many to be asked, and have room for large figures.
void StatementsPage::fit_columns() {
    // Figures grow by few letters while a lever moves; the table is not measured anew for each of its steps.
    const auto shape = std::tuple(layouts_->checkedId(), by_month_, scene_.shown.unit, scene_.active,
                                  model_->rowCount(), model_->columnCount());
    if (shape == shape_) return;
    shape_ = shape;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    constexpr int pad = 13;
    int widest = 0;
    for (int column = 0; column < model_->columnCount(); ++column) {
        const QString heading = model_->headerData(column, Qt::Horizontal).toString();
        widest = std::max(widest, fontMetrics().horizontalAdvance(heading.section(QStringLiteral("（"), 0, 0)) + pad);
    }
    for (int row = 0; !by_month_ && row < model_->rowCount(); ++row) {
        for (int column = 0; column < model_->columnCount(); ++column)
            widest = std::max(widest, metrics.horizontalAdvance(model_->index(row, column).data().toString()) + pad);
    }
    if (by_month_ && scene_.shown.unit == MoneyUnit::yen)
        widest = std::max(widest, metrics.horizontalAdvance(QStringLiteral("△1,234,567,890")) + pad);
    frame_->set_columns(std::max(62, (widest + 1) / 2 * 2));
}

}  // namespace goho::gui
