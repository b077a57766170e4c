#include "report/from_files.hpp"

#include "io/output_file.hpp"
#include "io/reach.hpp"
#include "io/text_table.hpp"
#include "report/html.hpp"
#include "report/pdf.hpp"
#include "report/sections.hpp"
#include "runner/engine.hpp"
#include "shown/font.hpp"

#include <QApplication>
#include <QFile>
#include <cstdio>
#include <filesystem>

namespace goho::gui::report {

namespace {

/// Whether anything was wrong.
bool tell(const Problems& problems, Language language) {
    for (const auto& problem : problems) std::fprintf(stderr, "%s\n", io::printable(to_string(problem, language)).c_str());
    return !problems.empty();
}

Scene scene_of(const Workbook& book, std::shared_ptr<const Answer> answer, const Shown& shown, SheetId plan) {
    Scene scene;
    scene.answer = std::move(answer);
    scene.base = book.base();
    scene.active = plan;
    scene.shown = shown;
    return scene;
}

Wishes wishes_of(const io::ReportRequest& request, const Workbook& book) {
    const auto text = [](const std::string& t) { return QString::fromStdString(t); };
    Wishes out{text(request.client),      text(request.title), text(request.prepared_for),
               text(request.prepared_by), text(request.date),  request.sections, request.benchmark};
    if (out.client.isEmpty() && !request.hide_client) out.client = said(book.name(book.base()), request.language);
    return out;
}

}  // namespace

Problems write_report(const Document& document, const std::string& file) {
    const bool page = QString::fromStdString(file).endsWith(QStringLiteral(".html"), Qt::CaseInsensitive);
    const QByteArray bytes = page ? to_html(document) : to_pdf(document);
    return io::write_file(file, utf8(bytes));
}

int report_from(const io::ReportRequest& request) {
    Shown shown;
    shown.language = request.language;
    shown.unit = request.unit;
    shown.hide_client = request.hide_client;
    QApplication::setFont(font_of(request.language));

    io::allow_reach_of_environment();
    for (const auto& file : request.files) io::working_on(file);
    Workbook book;
    const auto opened = book.open({request.files.begin(), request.files.end()});
    if (tell(opened.problems, request.language) || opened.sheets.empty()) return 3;
    Engine engine;
    Question question;
    question.benchmark = request.benchmark;
    question.chance = request.trials > 0;
    question.seed = request.seed;
    const auto answer = engine.answer(book.snapshot(), question);
    bool wrong = false;
    for (const auto& scenario : answer->scenarios) {
        wrong = tell(scenario->problems, request.language) || wrong;
    }
    if (wrong) return 3;

    SheetId plan = request.plan.empty() ? opened.sheets[opened.sheets.size() > 1 ? 1 : 0] : book.find(request.plan);
    if (!book.has(plan)) {
        tell({{"plan-not-among-files",
               request.plan,
               {},
               0,
               0,
               {"the plan proposed is not among the scenario files",
                "提案する計画が、指定したシナリオファイルに含まれていません"},
               {}}},
             request.language);
        return 3;
    }
    book.set_active(plan);
    Scene scene = scene_of(book, answer, shown, plan);
    scene.refinement = engine.refine({answer, question, request.trials, true, 0, [](double) { return true; }});
    if (scene.refinement && tell(scene.refinement->problems, request.language)) return 3;
    const Document document = report_of(material_of(scene, book, wishes_of(request, book)));
    return tell(write_report(document, request.output), request.language) ? 1 : 0;
}

int report_from_input() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) return 2;
    const QByteArray text = input.readAll();
    const auto request = io::read_request(utf8(text));
    tell(request.problems, Language::english);
    return request ? report_from(*request.value) : 2;
}

}  // namespace goho::gui::report
