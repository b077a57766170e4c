#include "shown/settings.hpp"

#include <QLocale>
#include <array>

namespace goho::gui {

namespace {

template <class T> struct Word {
    T value;
    const char* word;
};
constexpr std::array<Word<Language>, 2> languages{{{Language::english, "en"}, {Language::japanese, "ja"}}};
constexpr std::array<Word<MoneyUnit>, 4> units{{{MoneyUnit::yen, "yen"},
                                                {MoneyUnit::thousand, "thousand"},
                                                {MoneyUnit::million, "million"},
                                                {MoneyUnit::hundred_million, "oku"}}};
constexpr std::array<Word<Theme>, 2> themes{{{Theme::light, "light"}, {Theme::dark, "dark"}}};
constexpr std::array<Word<DifferenceMode>, 3> modes{
    {{DifferenceMode::off, "off"}, {DifferenceMode::amount, "amount"}, {DifferenceMode::percent, "percent"}}};

template <class T, std::size_t N>
void read(const QSettings& settings, const char* key, const std::array<Word<T>, N>& words, T& to) {
    const QString word = settings.value(QLatin1String(key)).toString();
    for (const auto& one : words) {
        if (word == QLatin1String(one.word)) to = one.value;
    }
}
template <class T, std::size_t N>
void write(QSettings& settings, const char* key, const std::array<Word<T>, N>& words, T value) {
    for (const auto& one : words) {
        if (one.value == value) settings.setValue(QLatin1String(key), QLatin1String(one.word));
    }
}

constexpr auto recent = QLatin1String("recent_files");

}  // namespace

Shown stored_shown(const QSettings& settings) {
    Shown shown;
    if (QLocale::system().language() == QLocale::Japanese) shown.language = Language::japanese;
    read(settings, "shown/language", languages, shown.language);
    read(settings, "shown/unit", units, shown.unit);
    read(settings, "shown/theme", themes, shown.theme);
    read(settings, "shown/difference", modes, shown.difference);
    shown.by_month = settings.value(QLatin1String("shown/by_month"), false).toBool();
    shown.hide_client = settings.value(QLatin1String("shown/hide_client"), false).toBool();
    return shown;
}

void store(QSettings& settings, const Shown& shown) {
    write(settings, "shown/language", languages, shown.language);
    write(settings, "shown/unit", units, shown.unit);
    write(settings, "shown/theme", themes, shown.theme);
    write(settings, "shown/difference", modes, shown.difference);
    settings.setValue(QLatin1String("shown/by_month"), shown.by_month);
    settings.setValue(QLatin1String("shown/hide_client"), shown.hide_client);
}

std::vector<std::filesystem::path> recent_files(const QSettings& settings) {
    std::vector<std::filesystem::path> files;
    for (const QString& name : settings.value(recent).toStringList()) {
        std::error_code error;
        const std::filesystem::path file = name.toStdString();
        if (std::filesystem::is_regular_file(file, error)) files.push_back(file);
    }
    return files;
}

void add_recent_file(QSettings& settings, const std::filesystem::path& file) {
    const QString name = QString::fromStdString(std::filesystem::absolute(file).lexically_normal().string());
    QStringList names = settings.value(recent).toStringList();
    names.removeAll(name);
    names.prepend(name);
    while (names.size() > most_recent_files) names.removeLast();
    settings.setValue(recent, names);
}

void clear_recent_files(QSettings& settings) { settings.remove(recent); }

}  // namespace goho::gui
