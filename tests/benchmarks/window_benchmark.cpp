// How fast the window answers: from an event of the pointer to the frame that shows its result, on each page, while a lever
// moves through its range with four scenarios open; from a key to the next step of a story; and from the start of the program to its first result on the screen.
// `median` and `p99` are in milliseconds; take --benchmark_min_time=3 for more than a hundred steps a page.
#include "views/page_list.hpp"
#include "window/lever_panel.hpp"
#include "window/lever_row.hpp"
#include "window/main_window.hpp"
#include "window/present_menu.hpp"
#include "window/presentation.hpp"

#include <benchmark/benchmark.h>
#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <stdexcept>

using namespace goho;
using namespace goho::gui;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<std::filesystem::path> four_scenarios() {
    const auto folder = std::filesystem::path(GOHO_SOURCE_DIR) / "scenarios/manufacturer";
    return {folder / "base.json", folder / "outsourced_back_office.json", folder / "price_up.json",
            folder / "equipment_loan.json"};
}

/// Sees whether any part of the page in front was painted, or of what is presented.
class Watch : public QObject {
public:
    explicit Watch(const MainWindow& window) : window_(window) { qApp->installEventFilter(this); }
    bool painted = false;
    const QWidget* presented = nullptr;

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint && !painted) {
            const auto* widget = qobject_cast<QWidget*>(object);
            const auto* page = window_.current_page();
            painted = presented ? widget && widget->window() == presented
                                : widget && page && (widget == page || page->isAncestorOf(widget));
        }
        return false;
    }

private:
    const MainWindow& window_;
};

struct Opened {
    Session session{Shown{}};
    MainWindow window{session};
    Watch watch{window};

    Opened() {
        window.may_close_unsaved = true;
        window.resize(1920, 1080);
        window.show();
        window.open_files(four_scenarios());
        wait_for_frame();
    }
    /// Until the newest question is answered, and the page that shows the answer is painted. Whether it was: an edit that
    /// changes nothing on the page paints nothing.
    bool wait_for_frame() {
        while (session.runner().busy() || !session.runner().answer()) {
            watch.painted = false;
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        for (int n = 0; n < 3 && !watch.painted; ++n) QApplication::processEvents();
        return watch.painted;
    }
};

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    return values[std::min(at, values.size() - 1)];
}

void report(benchmark::State& state, const std::vector<double>& times) {
    state.counters["median"] = 1000.0 * quantile(times, 0.5);
    state.counters["p99"] = 1000.0 * quantile(times, 0.99);
}

void lever_to_frame(benchmark::State& state, Opened& opened, std::string_view page) {
    opened.window.select_page(page);
    opened.wait_for_frame();
    auto& slider = opened.window.findChild<LeverPanel*>()
                       ->row(opened.window.findChild<LeverPanel*>()->shown_keys().front())
                       ->slider();
    const int y = slider.height() / 2, left = 10, right = slider.width() - 10;
    int x = left, by = 1;
    std::vector<double> times;
    double frames = 0.0;
    QTest::mousePress(&slider, Qt::LeftButton, {}, QPoint(left, y));
    opened.wait_for_frame();
    for (auto _ : state) {
        x += by;
        if (x == left || x == right) by = -by;
        const auto edits = opened.session.book().revision();
        const auto start = Clock::now();
        QMouseEvent move(QEvent::MouseMove, QPointF(x, y), slider.mapToGlobal(QPointF(x, y)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(&slider, &move);
        const bool painted = opened.wait_for_frame();
        const double took = seconds_since(start);
        state.SetIterationTime(took);
        if (opened.session.book().revision() == edits) continue;  // the lever stayed on its step
        times.push_back(took);
        frames += painted ? 1.0 : 0.0;
    }
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(x, y));
    opened.wait_for_frame();
    report(state, times);
    state.counters["painted"] = frames / std::max(1.0, static_cast<double>(times.size()));
}

/// What is priced only when the lever rests: from its last move to the frame that shows it, the time of resting included.
void rest_to_frame(benchmark::State& state, Opened& opened, std::string_view page) {
    opened.window.select_page(page);
    opened.wait_for_frame();
    auto& slider = opened.window.findChild<LeverPanel*>()
                       ->row(opened.window.findChild<LeverPanel*>()->shown_keys().front())
                       ->slider();
    std::vector<double> times;
    double frames = 0.0;
    bool up = true;
    for (auto _ : state) {
        opened.session.wait();
        opened.watch.painted = false;
        const auto start = Clock::now();
        QTest::sendKeyEvent(QTest::Click, &slider, up ? Qt::Key_Up : Qt::Key_Down, QString(), Qt::NoModifier);
        up = !up;
        const auto edited = opened.session.book().revision();
        const auto& runner = opened.session.runner();
        while (!runner.refinement() || runner.refinement()->revision < edited || !runner.refinement()->at_rest) {
            opened.watch.painted = false;
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        for (int n = 0; n < 3 && !opened.watch.painted; ++n) QApplication::processEvents();
        const double took = seconds_since(start);
        state.SetIterationTime(took);
        times.push_back(took);
        frames += opened.watch.painted ? 1.0 : 0.0;
    }
    report(state, times);
    state.counters["painted"] = frames / std::max(1.0, static_cast<double>(times.size()));
}

/// From the key to the next step of the story, there and back.
void step_to_frame(benchmark::State& state, Opened& opened) {
    auto* presentation = opened.window.presenting().present();
    presentation->resize(1920, 1080);
    opened.watch.presented = presentation;
    opened.wait_for_frame();
    std::vector<double> times;
    double frames = 0.0;
    bool forward = true;
    for (auto _ : state) {
        if (presentation->at() + 1 == presentation->count()) forward = false;
        if (presentation->at() == 0) forward = true;
        opened.watch.painted = false;
        const auto start = Clock::now();
        QTest::sendKeyEvent(QTest::Click, presentation, forward ? Qt::Key_Space : Qt::Key_Left, QString(), Qt::NoModifier);
        const bool painted = opened.wait_for_frame();
        const double took = seconds_since(start);
        state.SetIterationTime(took);
        times.push_back(took);
        frames += painted ? 1.0 : 0.0;
    }
    opened.watch.presented = nullptr;
    presentation->close();
    QApplication::processEvents();
    report(state, times);
    state.counters["painted"] = frames / std::max(1.0, static_cast<double>(times.size()));
}

/// What this program does when it is started with --first-frame.
int show_first_frame() {
    const Opened opened;
    std::puts("painted");
    std::fflush(stdout);
    return 0;
}

void start_to_frame(benchmark::State& state) {
    std::vector<double> times;
    for (auto _ : state) {
        QProcess program;
        const auto start = Clock::now();
        program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--first-frame")});
        if (!program.waitForReadyRead(30000)) throw std::runtime_error("no first frame");
        const double took = seconds_since(start);
        state.SetIterationTime(took);
        times.push_back(took);
        program.waitForFinished();
    }
    report(state, times);
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);  // nobody's settings are read or changed
    if (argc == 2 && std::strcmp(argv[1], "--first-frame") == 0) return show_first_frame();
    Opened opened;
    for (const auto page : page_names()) {
        benchmark::RegisterBenchmark(("lever_to_frame/" + std::string(page)).c_str(),
                                     [&opened, page](benchmark::State& state) { lever_to_frame(state, opened, page); })
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("rest_to_frame/disconnects", [&opened](benchmark::State& state) { rest_to_frame(state, opened, "disconnects"); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("step_to_frame", [&opened](benchmark::State& state) { step_to_frame(state, opened); })
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("start_to_frame", start_to_frame)->UseManualTime()->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
