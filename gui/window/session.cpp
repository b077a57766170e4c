#include "window/session.hpp"

#include "charts/colors.hpp"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace goho::gui {

Session::Session(const Shown& shown, QObject* parent) : QObject(parent), shown_(shown) {
    book_.set_language(shown.language);
    connect(&book_, &Workbook::changed, this, &Session::ask);
    connect(&book_, &Workbook::sheets_changed, this, &Session::renew);
    connect(&book_, &Workbook::active_changed, this, &Session::renew);
    connect(&runner_, &Runner::answered, this, &Session::renew);
    connect(&runner_, &Runner::refined, this, &Session::renew);
    connect(&runner_, &Runner::progress, this, &Session::progress);
    renew();
}

void Session::ask() { runner_.ask(book_.snapshot(), question_); }

void Session::set_chance(bool on) {
    if (question_.chance == on) return;
    question_.chance = on;
    ask();
}

void Session::set_benchmark(const std::string& file) {
    question_.benchmark = file;
    ask();
}

void Session::set_shown(const Shown& shown) {
    if (shown == shown_) return;
    const bool look = shown.language != shown_.language || shown.theme != shown_.theme;
    shown_ = shown;
    book_.set_language(shown.language);
    scene_.shown = shown;
    if (look) {
        renew();
        Q_EMIT look_changed();
    } else {
        renew();
    }
}

QColor Session::color(SheetId sheet) const {
    const auto found = scene_.colors.find(sheet);
    return found != scene_.colors.end() ? found->second : colors_of(shown_.theme).base;
}

void Session::renew() {
    scene_.answer = runner_.answer();
    scene_.refinement = question_.chance || (runner_.refinement() && !runner_.refinement()->diagnoses.empty())
                            ? runner_.refinement()
                            : nullptr;
    scene_.shown = shown_;
    scene_.base = book_.base();
    scene_.active = book_.active();
    scene_.colors.clear();
    int n = 0;
    for (const SheetId sheet : book_.sheets()) {
        scene_.colors[sheet] = sheet == scene_.base ? colors_of(shown_.theme).base : scenario_color(n++, shown_.theme);
    }
    Q_EMIT scene_changed();
}

bool Session::wait(int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    const auto done = [this] {
        if (runner_.busy() || !runner_.answer()) return false;
        if (question_.chance && runner_.refinement() && !runner_.refinement()->chance &&
            runner_.refinement()->problems.empty())
            return false;
        return runner_.refinement() && runner_.refinement()->at_rest &&
               runner_.refinement()->revision == runner_.answer()->revision;
    };
    while (!done() && clock.elapsed() < milliseconds) {
        QEventLoop loop;
        QTimer::singleShot(10, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return done();
}

}  // namespace goho::gui
