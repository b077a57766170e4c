#include "views/ask_file.hpp"

#include <QFileDialog>
#include <QFileInfo>

namespace goho::gui {

QString ask_where(QWidget* parent, const QString& title, const QString& suggested, const QString& filter, const QString& suffix) {
    QFileDialog dialog(parent, title, QFileInfo(suggested).path(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(QFileInfo(suggested).fileName());
    return dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty() ? dialog.selectedFiles().front() : QString();
}

}  // namespace goho::gui
