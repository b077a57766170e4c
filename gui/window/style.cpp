#include "window/style.hpp"

#include "charts/colors.hpp"
#include "shown/font.hpp"
#include "window/plain_texts.hpp"

#include <QApplication>
#include <QIcon>
#include <QPalette>
#include <QStyleFactory>

// Outside of any namespace, as Qt's macro wants it: in a static library resources have to be asked for.
static void init_resources() { Q_INIT_RESOURCE(goho_window); }

namespace goho::gui {

namespace {

QPalette palette_of(const Colors& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.panel);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::Highlight, c.accent_soft);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::ToolTipBase, c.panel);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::Mid, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.faint);
    return p;
}

}  // namespace

QString style_sheet(Theme theme) {
    const Colors& c = colors_of(theme);
    QString sheet = QStringLiteral(R"(
QMainWindow, QDialog { background: @window; }
QFrame#panel { background: @panel; border: 1px solid @border; border-radius: 6px; }
QLabel#panelHeading { color: @text; font-weight: 600; }
QLabel#pageHeading { color: @text; font-weight: 700; font-size: 18px; }
QLabel#note, QLabel#leverNote { color: @muted; font-size: 12px; }
QLabel#notice { color: @muted; font-size: 15px; }
QLabel#section { color: @muted; font-weight: 600; font-size: 12px; }
QLabel#answerFirst { color: @text; font-weight: 600; font-size: 17px; }
QLabel#answerMore { color: @text; font-size: 14px; }
QLabel#answerNotice { color: @text; background: @soft; border: 1px solid @accent; border-radius: 5px; padding: 6px 10px; }
QLabel#draftName { color: @text; font-weight: 600; }
QWidget#answerInside { background: transparent; }
QListWidget#questions { background: transparent; }
QListWidget#questions::item { background: @panel; border: 1px solid @border; border-radius: 6px; padding: 8px 10px; margin: 0 4px 7px 0; }
QListWidget#questions::item:selected { background: @soft; border-color: @accent; color: @text; }
QPushButton#runQuestion { background: @accent; color: @onaccent; border-color: @accent; font-weight: 600; padding: 4px 18px; }
QPushButton#runQuestion:disabled { background: @panel; color: @faint; border-color: @border; }
QTextBrowser#plainText { background: transparent; color: @text; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @border; spacing: 4px; padding: 4px 8px; }
QToolBar QToolButton { padding: 5px 9px; border-radius: 5px; border: 1px solid transparent; color: @text; }
QToolBar QToolButton:hover { background: @window; }
QToolBar QToolButton:checked { background: @soft; color: @accent; }
QToolBar QToolButton:disabled { color: @faint; }
QToolBar QToolButton:focus { border-color: @accent; }
QMenuBar { background: @panel; color: @text; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @soft; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @soft; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QToolTip { background: @panel; color: @text; border: 1px solid @border; padding: 5px; }
QTabWidget::pane { border: none; }
QTabBar { background: @window; }
QTabBar::tab { background: transparent; color: @muted; padding: 8px 4px 7px 4px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QPushButton { background: @panel; color: @text; border: 1px solid @border; border-radius: 5px; padding: 4px 11px; }
QPushButton:hover { border-color: @faint; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; }
QPushButton[segment="true"] { border-radius: 0; margin-left: -1px; padding: 3px 12px; }
QPushButton[segment="true"]:checked { background: @soft; color: @accent; border-color: @accent; }
QPushButton[flat="true"], QToolButton { border: 1px solid transparent; background: transparent; color: @muted; border-radius: 4px; }
QToolButton:hover { background: @window; color: @text; }
QToolButton:focus { border-color: @accent; }
QTextBrowser#summary { background: @panel; color: @text; border: 1px solid @border; border-radius: 4px; padding: 4px; }
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit { background: @panel; color: @text; border: 1px solid @border; border-radius: 4px; padding: 2px 6px; selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QComboBox { padding-right: 20px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/down_@theme.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @panel; color: @text; border: 1px solid @border; selection-background-color: @soft; selection-color: @text; }
QTableView, QTreeView, QListView { background: @panel; color: @text; border: none; alternate-background-color: @window; selection-background-color: @soft; selection-color: @text; outline: none; }
QListView::item { border: 1px solid transparent; }
QListView::item:selected { background: @soft; color: @text; }
QTableWidget::item { border: 1px solid transparent; padding: 0 7px; }
QTableWidget::item:selected { background: @soft; color: @text; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 1px solid @accent; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @border; padding: 3px 8px; }
QHeaderView::section:vertical { border-bottom: none; color: @text; padding: 0 10px 0 4px; }
QTableCornerButton::section { background: @panel; border: none; border-bottom: 1px solid @border; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @zero; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @zero; border-radius: 4px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none; width: 0; height: 0; }
QSplitter::handle { background: @window; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QCheckBox, QRadioButton { color: @text; spacing: 7px; }
QCheckBox::indicator, QListView::indicator, QTreeView::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @panel; }
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked, QTableView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check_@theme.svg); }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:disabled { border-color: @border; }
QFrame#gatesPopup { background: @panel; border: 1px solid @zero; border-radius: 6px; }
QPushButton#moreGates { padding: 4px 9px; }
QPushButton#moreGates[missed="true"] { color: @bad; }
QDockWidget { color: @text; }
QDockWidget::title { background: @window; padding: 6px 10px; font-weight: 600; }
QStatusBar { background: @panel; color: @muted; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 2px 8px; color: @muted; }
QLineEdit#leverEntry { padding: 0 5px; }
QProgressBar { background: @window; border: 1px solid @border; border-radius: 4px; text-align: center; color: @text; max-height: 14px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
)");
    const std::pair<QLatin1String, QColor> names[] = {
        {QLatin1String("@window"), c.window},      {QLatin1String("@panel"), c.panel},
        {QLatin1String("@border"), c.border},      {QLatin1String("@text"), c.text},
        {QLatin1String("@muted"), c.muted},        {QLatin1String("@faint"), c.faint},
        {QLatin1String("@accent"), c.accent},      {QLatin1String("@soft"), c.accent_soft},
        {QLatin1String("@onaccent"), c.on_accent}, {QLatin1String("@zero"), c.zero}};
    sheet.replace(QLatin1String("@theme"), theme == Theme::dark ? QLatin1String("dark") : QLatin1String("light"));
    for (const auto& [name, color] : names) sheet.replace(name, color.name());
    return sheet;
}

void apply_style(QApplication& app, const Shown& shown) {
    init_resources();
    static bool first = true;
    if (first) app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (first) app.installEventFilter(new PlainTexts(&app));
    if (first) app.setWindowIcon(QIcon(QStringLiteral(":/icons/goho-gui.svg")));
    first = false;
    app.setFont(font_of(shown.language));
    app.setPalette(palette_of(colors_of(shown.theme)));
    app.setStyleSheet(style_sheet(shown.theme));
}

}  // namespace goho::gui
