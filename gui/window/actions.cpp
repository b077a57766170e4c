#include "window/actions.hpp"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QUndoStack>

namespace goho::gui {

Actions::Actions(Session& session, QMainWindow& window)
    : QObject(&window), session_(session), window_(window), languages_(new QActionGroup(this)),
      themes_(new QActionGroup(this)), units_(new QActionGroup(this)), differences_(new QActionGroup(this)) {
    const auto words = session.words();
    auto* bar = window.menuBar();
    auto* file = bar->addMenu(words("&File", "ファイル(&F)"));
    create = add(file, words("&New company", "新しい会社(&N)"), QKeySequence::New);
    open = add(file, words("&Open…", "開く(&O)…"), QKeySequence::Open,
               words("Open scenario files", "シナリオファイルを開く"));
    import_books = add(file, words("&Import trial balances…", "試算表の取り込み(&I)…"), QKeySequence(Qt::CTRL | Qt::Key_I),
                       words("A company from the files of an accounting program", "会計ソフトのデータから会社を作る"));
    recent = file->addMenu(words("Open &recent", "最近使ったファイル(&R)"));
    file->addSeparator();
    save = add(file, words("&Save", "保存(&S)"), QKeySequence::Save,
               words("Save the active scenario", "表示中のシナリオを保存"));
    save_as = add(file, words("Save &as…", "名前を付けて保存(&A)…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    save_all = add(file, words("Save a&ll", "すべて保存(&L)"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S));
    file->addSeparator();
    exports(file);
    file->addSeparator();
    close_scenario = add(file, words("Close scenario", "シナリオを閉じる"), QKeySequence::Close);
    quit = add(file, words("&Quit", "終了(&Q)"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    auto* edit = bar->addMenu(words("&Edit", "編集(&E)"));
    auto* stack = session.book().undo_stack();
    undo = add(edit, words("&Undo", "元に戻す(&U)"), QKeySequence::Undo);
    redo = add(edit, words("&Redo", "やり直す(&R)"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    const auto follow = [this, stack, words] {
        undo->setEnabled(stack->canUndo());
        redo->setEnabled(stack->canRedo());
        undo->setToolTip(words("Undo ", "元に戻す: ") + stack->undoText() + QStringLiteral(" (Ctrl+Z)"));
        redo->setToolTip(words("Redo ", "やり直す: ") + stack->redoText() + QStringLiteral(" (Ctrl+Shift+Z)"));
    };
    connect(undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(stack, &QUndoStack::indexChanged, this, follow);
    follow();
    edit->addSeparator();
    reset_all = add(edit, words("Reset &all levers", "すべてのレバーを基準に戻す(&A)"),
                    QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    resets = edit->addMenu(words("Reset &one", "1つだけ基準に戻す(&O)"));

    auto* scenario = bar->addMenu(words("&Scenario", "シナリオ(&S)"));
    make_variant = add(scenario, words("Make &variant", "比較案を作る(&V)"), QKeySequence(Qt::CTRL | Qt::Key_D),
                       words("A variant of the active scenario", "表示中のシナリオから比較案を作る"));
    duplicate = add(scenario, words("&Duplicate", "複製(&D)"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    use_as_base = add(scenario, words("Use as &base", "基準にする(&B)"), QKeySequence(Qt::CTRL | Qt::Key_B));
    benchmark = add(scenario, words("Benchmark &file…", "業種平均ファイル(&F)…"), {},
                    words("Thresholds and averages to judge against", "判定に使う業種平均・基準値のファイル"));
    no_benchmark = add(scenario, words("Without benchmark file", "業種平均ファイルを使わない"), {});
    scenario->addSeparator();
    next_scenario = add(scenario, words("&Next scenario", "次のシナリオ(&N)"), QKeySequence(Qt::ALT | Qt::Key_Down));
    previous_scenario =
        add(scenario, words("&Previous scenario", "前のシナリオ(&P)"), QKeySequence(Qt::ALT | Qt::Key_Up));

    auto* view = bar->addMenu(words("&View", "表示(&V)"));
    pages = view->addMenu(words("&Pages", "ページ(&P)"));
    pin_page = add(view, words("&Pin page in a window of its own", "ページを別の枠に固定(&I)"),
                   QKeySequence(Qt::CTRL | Qt::Key_P));
    view->addSeparator();
    levers = add(view, words("&Levers", "レバー(&L)"), QKeySequence(Qt::Key_F9));
    why = add(view, words("&Why", "なぜ？(&W)"), QKeySequence(Qt::Key_F8),
              words("Why a figure is what it is", "数値の理由を説明する"));
    for (auto* action : {levers, why}) action->setCheckable(true);
    view->addSeparator();
    units(view);
    uncertainty = add(view, words("U&ncertainty", "不確実性(&N)"), QKeySequence(Qt::CTRL | Qt::Key_U),
                      words("Show how chance spreads the figures", "数値のばらつき（確率）を表示"));
    by_month = add(view, words("Statements by &month", "財務諸表を月次で(&M)"), QKeySequence(Qt::CTRL | Qt::Key_M));
    hide_client =
        add(view, words("&Hide client's name", "社名を隠す(&H)"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    for (auto* action : {uncertainty, by_month, hide_client}) action->setCheckable(true);
    view->addSeparator();
    language_and_theme(view);
    full_screen = add(view, words("&Full screen", "全画面(&F)"), QKeySequence(Qt::Key_F11));

    tools(bar->addMenu(words("&Tools", "ツール(&T)")));
    auto* help = bar->addMenu(words("&Help", "ヘルプ(&H)"));
    about = add(help, words("&About Goho", "五方について(&A)"), {});
    connect(uncertainty, &QAction::toggled, &session, &Session::set_chance);
    connect(by_month, &QAction::toggled, this, [this](bool on) {
        Shown shown = session_.shown();
        shown.by_month = on;
        session_.set_shown(shown);
    });
    connect(hide_client, &QAction::toggled, this, [this](bool on) {
        Shown shown = session_.shown();
        shown.hide_client = on;
        session_.set_shown(shown);
    });
    check_shown();
    tool_bar();
}

/// What leaves the program: pages and tables first, then whole files.
void Actions::exports(QMenu* file) {
    const auto words = session_.words();
    auto* menu = file->addMenu(words("&Export", "書き出す(&E)"));
    export_picture =
        add(menu, words("&Page as picture…", "ページを画像として(&P)…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    export_table = add(menu, words("&Table as CSV…", "表をCSVとして(&T)…"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    tables = menu->addMenu(words("&Other tables", "その他の表(&O)"));
    menu->addSeparator();
    export_book = add(menu, words("&Workbook with live formulas…", "計算式付きExcelブック(&W)…"), {},
                      words("The active scenario as an .xlsx file whose formulas are the model's own",
                            "表示中のシナリオを、計算式の入った .xlsx ファイルに書き出す"));
    forms = menu->addMenu(words("&Forms for banks and agencies", "金融機関・支援機関の様式(&F)"));
    report = add(menu, words("&Report as PDF or web page…", "報告書（PDF・HTML）(&R)…"), QKeySequence(Qt::CTRL | Qt::Key_R),
                 words("A report for the bank or the client: statements, gates, comparison, assumptions",
                       "金融機関や顧問先に渡す報告書：財務諸表・判定・比較・前提条件"));
    copy_picture = add(file, words("&Copy page as picture", "ページを画像としてコピー(&C)"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copy_table = add(file, words("Copy table as te&xt", "表をテキストとしてコピー(&X)"),
                     QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C));
    copy_table_picture = add(file, words("Copy table as p&icture", "表を画像としてコピー(&I)"),
                             QKeySequence(Qt::CTRL | Qt::ALT | Qt::SHIFT | Qt::Key_C));
}

/// What brings the months that have happened into the plan.
void Actions::tools(QMenu* menu) {
    const auto words = session_.words();
    menu->setToolTipsVisible(true);
    take_in_actuals = add(menu, words("Take in &actual months…", "実績の取り込み(&A)…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    calibrate = add(menu, words("&Calibrate…", "較正(&C)…"), {});
    const auto follow = [this, words] {
        const auto* study = session_.scene().active_study();
        const bool any = study && !study->scenario.plan.actuals.months.empty();
        take_in_actuals->setEnabled(study != nullptr);
        take_in_actuals->setToolTip(study ? words("Add the next actual months of this scenario from trial balances (Ctrl+Shift+I)",
                                                  "試算表から、このシナリオに次の月の実績を追加する (Ctrl+Shift+I)")
                                          : words("Not while the scenario has problems", "シナリオに問題がある間は使えません"));
        calibrate->setEnabled(any);
        calibrate->setToolTip(any ? words("Fit quantities of the plan to its actual months", "計画の数値を実績から推定する")
                                  : words("This scenario has no actual months to be fitted to; take them in first",
                                          "このシナリオには照合する実績の月がありません。先に実績を取り込んでください"));
    };
    connect(&session_, &Session::scene_changed, this, follow);
    follow();
}

QAction* Actions::add(QMenu* menu, const QString& text, const QKeySequence& keys, const QString& tip) {
    auto* action = menu->addAction(text);
    action->setShortcut(keys);
    QString name = text;
    name.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    if (const auto open_at = name.indexOf(QLatin1Char('('));
        open_at > 0 && session_.shown().language == Language::japanese)
        name = name.left(open_at);
    action->setToolTip((tip.isEmpty() ? name : tip) +
                       (keys.isEmpty()
                            ? QString()
                            : QStringLiteral(" (") + keys.toString(QKeySequence::NativeText) + QStringLiteral(")")));
    action->setIconText(name);
    return action;
}

void Actions::language_and_theme(QMenu* menu) {
    const auto words = session_.words();
    const auto choice = [&](QActionGroup* group, QMenu* in, const QString& text, auto change) {
        auto* action = in->addAction(text);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, change] {
            Shown shown = session_.shown();
            change(shown);
            session_.set_shown(shown);
        });
    };
    auto* language = menu->addMenu(words("&Language · 言語", "言語(&L) · Language"));
    choice(languages_, language, QStringLiteral("English"), [](Shown& s) { s.language = Language::english; });
    choice(languages_, language, QStringLiteral("日本語"), [](Shown& s) { s.language = Language::japanese; });
    auto* theme = menu->addMenu(words("&Theme", "配色(&T)"));
    choice(themes_, theme, words("Light", "ライト"), [](Shown& s) { s.theme = Theme::light; });
    choice(themes_, theme, words("Dark", "ダーク"), [](Shown& s) { s.theme = Theme::dark; });
}

void Actions::units(QMenu* menu) {
    const auto words = session_.words();
    auto* unit = menu->addMenu(words("&Unit of money", "金額の単位(&U)"));
    int key = 1;
    for (const MoneyUnit one : money_units) {
        auto* action = unit->addAction(words(label_of(one)));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::ALT) | (Qt::Key_0 + key++)));
        units_->addAction(action);
        connect(action, &QAction::triggered, this, [this, one] {
            Shown shown = session_.shown();
            shown.unit = one;
            session_.set_shown(shown);
        });
    }
    auto* difference = menu->addMenu(words("&Difference to base", "基準との差(&D)"));
    const std::pair<DifferenceMode, QString> modes[] = {{DifferenceMode::amount, words("In yen", "円")},
                                                        {DifferenceMode::percent, words("In %", "%")},
                                                        {DifferenceMode::off, words("Off", "なし")}};
    for (const auto& [mode, text] : modes) {
        auto* action = difference->addAction(text);
        action->setCheckable(true);
        differences_->addAction(action);
        connect(action, &QAction::triggered, this, [this, m = mode] {
            Shown shown = session_.shown();
            shown.difference = m;
            session_.set_shown(shown);
        });
    }
}

void Actions::tool_bar() {
    const auto words = session_.words();
    auto* bar = window_.addToolBar(words("Tools", "ツール"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (auto* action : {open, save}) bar->addAction(action);
    bar->addSeparator();
    for (auto* action : {undo, redo}) bar->addAction(action);
    bar->addSeparator();
    bar->addAction(make_variant);
    bar->addAction(uncertainty);
    bar->addAction(why);
    auto* room = new QWidget;
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    room_ = bar->addWidget(room);
    tools_ = bar;
    // Without a label where the choice itself says what it is about.
    const auto combo = [&](QActionGroup* group, const QString& name, bool labelled) {
        auto* box = new QComboBox;
        box->setAccessibleName(name);
        box->setToolTip(name);
        for (auto* action : group->actions()) box->addItem(action->text());
        connect(box, &QComboBox::activated, group, [group](int i) { group->actions()[i]->trigger(); });
        const auto follow = [group, box] {
            for (int i = 0; i < group->actions().size(); ++i) {
                if (group->actions()[i]->isChecked()) box->setCurrentIndex(i);
            }
        };
        follow();
        connect(&session_, &Session::scene_changed, box, follow);
        if (labelled) {
            auto* label = new QLabel(name + QLatin1Char(' '));
            label->setObjectName(QStringLiteral("leverNote"));
            label->setBuddy(box);
            bar->addWidget(label);
        }
        bar->addWidget(box);
        auto* gap = new QWidget;
        gap->setFixedWidth(8);
        bar->addWidget(gap);
    };
    combo(units_, words("Unit", "単位"), true);
    combo(differences_, words("Difference", "差"), true);
    combo(languages_, words("Language", "言語"), false);
    combo(themes_, words("Theme", "配色"), false);
    connect(&session_, &Session::scene_changed, this, &Actions::check_shown);
}

void Actions::put_in_tools(QAction* action) { tools_->insertAction(room_, action); }

void Actions::check_shown() {
    const Shown& shown = session_.shown();
    const auto check = [](QActionGroup* group, int at) {
        if (at >= 0 && at < group->actions().size() && !group->actions()[at]->isChecked())
            group->actions()[at]->setChecked(true);
    };
    check(languages_, shown.language == Language::japanese ? 1 : 0);
    check(themes_, shown.theme == Theme::dark ? 1 : 0);
    for (std::size_t i = 0; i < std::size(money_units); ++i) {
        if (money_units[i] == shown.unit) check(units_, static_cast<int>(i));
    }
    check(differences_, shown.difference == DifferenceMode::amount    ? 0
                        : shown.difference == DifferenceMode::percent ? 1
                                                                      : 2);
    uncertainty->setChecked(session_.chance());
    by_month->setChecked(shown.by_month);
    hide_client->setChecked(shown.hide_client);
}

}  // namespace goho::gui
