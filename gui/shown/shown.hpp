// How everything is shown: language, unit of money, theme, differences, and whether the client's name is hidden. One
// value, handed to every view; a change of it shows the same results anew and computes nothing.
#pragma once

#include <QString>  // first: Qt's moc cannot read <compare> when nothing of the library stands before it

#include "core/format.hpp"
#include "core/label.hpp"

#include <string_view>

namespace goho::gui {

enum class Theme { light, dark };
enum class DifferenceMode { off, amount, percent };

struct Shown {
    Language language = Language::english;
    MoneyUnit unit = MoneyUnit::million;
    Theme theme = Theme::light;
    DifferenceMode difference = DifferenceMode::amount;
    bool by_month = false;      // statements by month instead of fiscal year
    bool hide_client = false;   // names of companies are not shown

    friend bool operator==(const Shown&, const Shown&) = default;
};

inline QString qt(std::string_view utf8) { return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())); }
inline std::string_view utf8(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

/// A text of the window in the language shown: tr("Save", "保存").
struct Words {
    Language language;
    QString operator()(std::string_view en, std::string_view ja) const { return qt(language == Language::japanese ? ja : en); }
    QString operator()(const Label& label) const { return qt(label.in(language)); }
    QString operator()(const Text& text) const { return qt(text.in(language)); }
};

}  // namespace goho::gui
