#include "window/about_box.hpp"

#include "about/about.hpp"
#include "io/version.hpp"
#include "shown/shown.hpp"

#include <QMessageBox>

namespace goho::gui {

QString about_facts(Language language) {
    QString rows;
    for (const auto& fact : about::facts(std::string("Qt ") + qVersion()))
        rows += QStringLiteral("<tr><td style=\"padding-right: 12px\">%1</td><td>%2</td></tr>")
                    .arg(qt(fact.label.in(language)).toHtmlEscaped(), qt(fact.value.in(language)).toHtmlEscaped());
    return QStringLiteral("<table>") + rows + QStringLiteral("</table>");
}

void show_about(QWidget& parent, Language language) {
    const Words words{language};
    QMessageBox box(&parent);
    box.setIconPixmap(parent.windowIcon().pixmap(64));
    box.setWindowTitle(words("About Goho", "五方について"));
    box.setText(words("Goho", "五方") + QLatin1Char(' ') + qt(io::version()));
    box.setInformativeText(
        words("A management-planning simulator: books exact to the yen, behaviour, and a reason for every figure.",
              "経営計画シミュレーター。円単位で正確な帳簿と行動の因果、すべての数値に理由を。") +
        QStringLiteral("<br><br>") + about_facts(language));
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);  // to be quoted in a report
    box.exec();
}

}  // namespace goho::gui
