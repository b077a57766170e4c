// The window: levers and scenarios on the left, pages as tabs in the middle, the gates below, "why" on the right. It puts
// together what others do; when language or theme change, everything in it is made anew.
#pragma once

#include "window/session.hpp"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QStringList>
#include <filesystem>
#include <map>

class QDockWidget;
class QLabel;
class QProgressBar;
class QTabWidget;
class QToolButton;

namespace goho::gui {

class Actions;
class CalibrateDialog;
class Exporter;
class ImportAssistant;
class GatesStrip;
class PresentMenu;
class LeverPanel;
class ProblemsPanel;
class ReportDialog;
class Recovery;
class WhyPanel;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Session& session);
    ~MainWindow() override;

    void open_files(const std::vector<std::filesystem::path>& files);
    /// Scenarios are opened; files of accounting programs go to the assistant.
    void open_all(std::vector<std::filesystem::path> files);
    /// From the files of an accounting program to a scenario, step by step.
    ReportDialog* show_report();
    ImportAssistant* import_books(const std::vector<std::filesystem::path>& files = {});
    /// The next actual months of the active scenario; null where it cannot be computed.
    ImportAssistant* take_in_actuals();
    /// Fits quantities of the active scenario to its actual months; null where it has none.
    CalibrateDialog* calibrate();
    void select_page(std::string_view name);
    Page* current_page() const;
    Actions& actions() { return *actions_; }
    PresentMenu& presenting() { return *present_; }
    /// What all scenarios are judged against, remembered from one start to the next; empty: what each scenario pins.
    void use_benchmark(const QString& file);
    /// Asks about what a crash left behind; whether any of it was taken up.
    bool offer(Recovery& recovery);
    /// Asks whether a file may build on one outside of the folder that it was opened in.
    bool let_reach(const std::filesystem::path& file, const std::filesystem::path& named);
    /// What asks a person; tests answer for them. Default: message boxes.
    bool may_close_unsaved = false;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void build_pages(const std::string& current);
    void build_left();
    void build_why();
    void build_problems();
    void show_problems();
    void build_status();
    void connect_actions();
    void connect_exports();
    void fill_resets();
    void choose_benchmark();
    void locate(const QString& pointer);
    void join(Page* page);
    void pin(std::string_view name);
    QStringList pinned_names() const;
    void show_progress(double done);
    void show_scene();
    void show_page(Page* page);
    void explain(const Figure& figure);
    void pin();
    bool save(SheetId sheet, bool ask_where);
    bool save_everything();
    void fill_recent();
    void say(const Problems& problems);
    void step_scenario(int by);
    void set_title();

    Session& session_;
    Actions* actions_ = nullptr;
    PresentMenu* present_ = nullptr;
    Exporter* exporter_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    GatesStrip* strip_ = nullptr;
    QDockWidget *left_ = nullptr, *why_dock_ = nullptr, *problems_dock_ = nullptr;
    WhyPanel* why_ = nullptr;
    ProblemsPanel* problems_ = nullptr;
    QLabel* state_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QToolButton* cancel_ = nullptr;
    LeverPanel* levers_ = nullptr;
    QElapsedTimer slow_since_;
    std::vector<std::pair<QDockWidget*, Page*>> pinned_;
};

/// Whether a file is what accounting programs export, by its ending.
bool is_export(const std::filesystem::path& file);

}  // namespace goho::gui
