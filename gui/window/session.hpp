// What the window is about, without the window: the workbook, the engine that answers, how things are shown, and the
// scene that all pages read. Every change of any of them comes out as one signal.
#pragma once

#include "document/workbook.hpp"
#include "runner/inquirer.hpp"
#include "runner/recorder.hpp"
#include "runner/runner.hpp"
#include "views/page.hpp"

#include <QObject>

namespace goho::gui {

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(const Shown& shown, QObject* parent = nullptr);

    Workbook& book() { return book_; }
    Runner& runner() { return runner_; }
    Recorder& recorder() { return recorder_; }
    Inquirer& inquirer() { return inquirer_; }
    const Shown& shown() const { return shown_; }
    Words words() const { return {shown_.language}; }
    void set_shown(const Shown& shown);
    bool chance() const { return question_.chance; }
    void set_chance(bool on);
    void set_benchmark(const std::string& file);
    const std::string& benchmark() const { return question_.benchmark; }

    const Scene& scene() const { return scene_; }
    QColor color(SheetId sheet) const;
    /// Waits until the newest edit is answered and refined, for pictures and tests; false when it takes longer.
    bool wait(int milliseconds = 30000);

Q_SIGNALS:
    void scene_changed();        // pages show it anew
    void look_changed();         // language or theme: everything visible is made anew
    void progress(double done);  // of the slow part; negative: none under way

private:
    void ask();
    void renew();

    Workbook book_;
    Runner runner_;
    Recorder recorder_;
    Inquirer inquirer_{book_};
    Shown shown_;
    Question question_;
    Scene scene_;
};

}  // namespace goho::gui
