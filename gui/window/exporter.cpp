#include "window/exporter.hpp"

#include "charts/colors.hpp"
#include "io/output_file.hpp"
#include "models/table_text.hpp"
#include "models/tables.hpp"
#include "runner/book_file.hpp"
#include "views/ask_file.hpp"
#include "views/figures.hpp"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QSvgGenerator>
#include <QTableView>

namespace goho::gui {

bool save_page(QWidget& page, const QString& file, const QColor& background) {
    if (!file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QPixmap picture(page.size() * 2);  // sharp on paper, too
        picture.setDevicePixelRatio(2.0);
        picture.fill(background);
        page.render(&picture);
        return picture.save(file, "PNG");
    }
    QSvgGenerator svg;
    svg.setFileName(file);
    svg.setSize(page.size());
    svg.setViewBox(page.rect());
    svg.setTitle(page.accessibleName());
    QPainter painter;
    if (!painter.begin(&svg)) return false;
    painter.fillRect(page.rect(), background);
    page.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    return painter.end();
}

Exporter::Exporter(Session& session, QWidget* window) : QObject(window), session_(session), window_(window) {}

QString Exporter::suggested_name(QStringView what) const {
    const SheetId active = session_.book().active();
    QString name = session_.book().has(active) ? name_of(session_.scene(), active) : QString();
    name = (name.isEmpty() ? QString() : name + QLatin1Char('_')) + what.toString();
    for (QChar& c : name) {
        if (c.isSpace() || QStringLiteral("/\\:*?\"<>|.").contains(c) || c.unicode() < 0x20) c = QLatin1Char('_');
    }
    return name;
}

void Exporter::say_failed(const QString& file) {
    QMessageBox::warning(window_, session_.words()("Export", "書き出し"),
                         session_.words()("The file could not be written: ", "ファイルに書き込めません：") + file);
}

void Exporter::export_picture(Page* page) {
    if (!page) return;
    const auto words = session_.words();
    const QString png = words("PNG picture (*.png)", "PNG画像 (*.png)"),
                  svg = words("SVG drawing (*.svg)", "SVG図形 (*.svg)");
    QString chosen;
    QString file = QFileDialog::getSaveFileName(window_, words("Export page", "ページを書き出す"),
                                                suggested_name(words(page->title())) + QStringLiteral(".png"),
                                                png + QStringLiteral(";;") + svg, &chosen);
    if (file.isEmpty()) return;
    if (!file.contains(QLatin1Char('.'))) file += chosen == svg ? QStringLiteral(".svg") : QStringLiteral(".png");
    if (!save_page(*page, file, colors_of(session_.shown().theme).window)) say_failed(file);
}

void Exporter::copy_picture(Page* page) {
    if (page) QApplication::clipboard()->setPixmap(page->grab());
}

QAbstractItemView* Exporter::table_of(const Page* page) const {
    if (!page) return nullptr;
    QAbstractItemView* first = nullptr;
    for (auto* view : page->findChildren<QAbstractItemView*>()) {
        if (qobject_cast<QHeaderView*>(view) || qobject_cast<QListView*>(view) || !view->model() || !view->isVisible()) continue;
        if (view->hasFocus()) return view;
        if (!first) first = view;
    }
    return first;
}

void Exporter::save_csv(const QAbstractItemModel& model, QStringView what) {
    const auto words = session_.words();
    QString file = QFileDialog::getSaveFileName(window_, words("Export table", "表を書き出す"),
                                                suggested_name(what) + QStringLiteral(".csv"),
                                                words("Table for spreadsheets (*.csv)", "表計算用の表 (*.csv)"));
    if (file.isEmpty()) return;
    if (!file.contains(QLatin1Char('.'))) file += QStringLiteral(".csv");
    if (!io::write_file(file.toStdString(), table_csv(model)).empty()) say_failed(file);
}

void Exporter::export_table(Page* page) {
    if (auto* view = table_of(page)) save_csv(*view->model(), session_.words()(page->title()));
}

void Exporter::copy_table(Page* page) {
    if (auto* view = table_of(page)) QApplication::clipboard()->setText(table_text(*view->model()));
}

void Exporter::copy_table_picture(Page* page) {
    if (auto* view = table_of(page)) QApplication::clipboard()->setPixmap(view->grab());
}

void Exporter::adopt(Page* page) {
    for (auto* view : page->findChildren<QAbstractItemView*>()) {
        if (!qobject_cast<QHeaderView*>(view) && !qobject_cast<QListView*>(view)) adopt(view, page);
    }
    connect(page, &Page::table_added, this, [this, page](QAbstractItemView* view) { adopt(view, page); });
    page->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(page, &QWidget::customContextMenuRequested, this, [this, page](QPoint at) {
        const auto words = session_.words();
        QMenu menu(page);
        menu.addAction(words("Copy page as picture", "ページを画像としてコピー"), this,
                       [this, page] { copy_picture(page); });
        menu.addAction(words("Export page as picture…", "ページを画像として書き出す…"), this,
                       [this, page] { export_picture(page); });
        menu.exec(page->mapToGlobal(at));
    });
}

void Exporter::adopt(QAbstractItemView* view, Page* page) {
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, [this, view, page](QPoint at) {
        const auto words = session_.words();
        QMenu menu(view);
        menu.addAction(words("Copy table as text", "表をテキストとしてコピー"), this,
                       [view] { QApplication::clipboard()->setText(table_text(*view->model())); });
        menu.addAction(words("Copy table as picture", "表を画像としてコピー"), this,
                       [view] { QApplication::clipboard()->setPixmap(view->grab()); });
        menu.addAction(words("Export table as CSV…", "表をCSVに書き出す…"), this,
                       [this, view, page] { save_csv(*view->model(), session_.words()(page->title())); });
        menu.exec(view->viewport()->mapToGlobal(at));
    });
}

void Exporter::export_book() {
    if (!session_.scene().active_study()) return;
    const auto words = session_.words();
    const QString file = ask_where(window_, words("Export workbook", "ブックを書き出す"),
                                   suggested_name(words("Plan", "計画")) + QStringLiteral(".xlsx"),
                                   words("Excel workbook (*.xlsx)", "Excelブック (*.xlsx)"), QStringLiteral("xlsx"));
    if (!file.isEmpty()) write_book(file);
}

void Exporter::write_book(const QString& file) {
    const Computed* active = session_.scene().answer ? session_.scene().answer->find(session_.scene().active) : nullptr;
    if (!active || !active->study) return;
    begin_writing(file, [language = session_.shown().language, file, study = active->study] {
        return write_plan_book(study->scenario, language, file.toStdString());
    });
}

void Exporter::export_form(forms::Form form) {
    if (!session_.scene().active_study()) return;
    const auto words = session_.words();
    const QString title = words(forms::info_of(form).title);
    const QString file = ask_where(window_, title, suggested_name(title) + QStringLiteral(".xlsx"),
                                   words("Excel workbook (*.xlsx)", "Excelブック (*.xlsx)"), QStringLiteral("xlsx"));
    if (!file.isEmpty()) write_form(form, file);
}

void Exporter::write_form(forms::Form form, const QString& file) {
    const Computed* active = session_.scene().answer ? session_.scene().answer->find(session_.scene().active) : nullptr;
    if (!active || !active->study) return;
    begin_writing(file, [form, language = session_.shown().language, file, study = active->study] {
        return write_form_book(form, *study, language, file.toStdString());
    });
}

void Exporter::begin_writing(const QString& file, std::function<Problems()> write) {
    const auto words = session_.words();
    if (errand_.busy()) {  // what is begun last would be the only one heard of
        Q_EMIT said(words("Another file is being written; try again in a moment.", "別のファイルを書き出し中です。少し待ってからもう一度実行してください。"));
        return;
    }
    Q_EMIT said(words("Writing ", "書き出し中：") + file + QStringLiteral(" …"));
    errand_.begin([this, words, file, language = session_.shown().language,
                   write = std::move(write)](const std::atomic<bool>&) -> Errand::Outcome {
        const Problems problems = write();
        return [this, words, language, file, problems] {
            if (problems.empty()) {
                Q_EMIT said(words("Workbook written: ", "ブックを書き出しました：") + file);
            } else {
                Q_EMIT said(words("Not written: ", "書き出せませんでした：") +
                            QString::fromStdString(to_string(problems.front(), language)));
            }
        };
    });
}

void Exporter::fill_tables(QMenu* menu) {
    menu->clear();
    const auto words = session_.words();
    const auto offer = [&](const QString& name, auto make) {
        menu->addAction(name + QStringLiteral("…"), this, [this, name, make] {
            TableModel model;
            model.set(make(session_.scene()));
            save_csv(model, name);
        });
    };
    const Scene& scene = session_.scene();
    if (scene.active_study()) {
        offer(words("Key figures", "主要指標"), [](const Scene& s) {
            return s.active_study()
                       ? key_figure_table(*s.active_study(), s.active == s.base ? nullptr : s.base_study(), s.shown)
                       : Table{};
        });
        offer(words("Gates and targets", "関門と目標"),
              [](const Scene& s) { return s.active_study() ? gate_table(*s.active_study(), s.shown) : Table{}; });
    }
    if (scene.answer && scene.answer->comparison) {
        offer(words("Comparison", "比較"), [](const Scene& s) {
            return s.answer && s.answer->comparison ? comparison_table(*s.answer->comparison, s.shown) : Table{};
        });
    }
    if (scene.answer)
        offer(words("Problems and findings", "問題と指摘"),
              [](const Scene& s) { return problem_table(*s.answer, s.shown); });
}

}  // namespace goho::gui
