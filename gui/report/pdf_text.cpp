#include "report/pdf_text.hpp"

#include <QHash>
#include <QRawFont>
#include <QString>

namespace goho::gui::report {

namespace {

/// Radicals and typographic twins stand for themselves in hardly any text.
bool unusual(char16_t letter) {
    return (letter >= 0x2E80 && letter <= 0x2FDF) || (letter >= 0x2010 && letter <= 0x206F) ||
           (letter >= 0xF900 && letter <= 0xFAFF);
}

/// For each unusual letter the usual one that looks the same in this font.
QHash<char16_t, char16_t> usual_letters(const QFont& font) {
    const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::Japanese);
    const auto glyph = [&](char16_t letter) {
        const auto glyphs = raw.glyphIndexesForString(QString(QChar(letter)));
        return glyphs.isEmpty() ? 0U : glyphs.front();
    };
    QHash<quint32, char16_t> twins;
    const auto each_unusual = [&](auto visit) {
        for (char16_t letter = 0x2010; letter < 0xFB00; ++letter) {
            if (!unusual(letter)) continue;
            if (const quint32 drawn = glyph(letter); drawn != 0) visit(letter, drawn);
        }
    };
    each_unusual([&](char16_t, quint32 drawn) { twins.insert(drawn, 0); });
    for (char16_t letter = 0x20; letter < 0xF900; ++letter) {
        if (unusual(letter) || (letter >= 0xD800 && letter < 0xE000)) continue;
        const auto twin = twins.find(glyph(letter));
        if (twin != twins.end() && *twin == 0) *twin = letter;
    }
    QHash<char16_t, char16_t> out;
    each_unusual([&](char16_t letter, quint32 drawn) {
        if (const char16_t usual = twins.value(drawn); usual != 0) out.insert(letter, usual);
    });
    return out;
}

}  // namespace

void name_usual_letters(QByteArray& pdf, const QFont& font) {
    static QHash<QString, QHash<char16_t, char16_t>> known;  // by family: looking at all letters takes a while
    auto& usual = known[font.families().isEmpty() ? font.family() : font.families().front()];
    if (usual.isEmpty()) usual = usual_letters(font);
    for (qsizetype begin = pdf.indexOf(" beginbfrange"); begin >= 0; begin = pdf.indexOf(" beginbfrange", begin)) {
        const qsizetype end = pdf.indexOf("endbfrange", begin);
        // <0001> <00D0> [<7D4C> ...]: letters stand between square brackets, four digits each.
        bool inside = false;
        for (; begin < end; ++begin) {
            if (pdf[begin] == '[' || pdf[begin] == ']') inside = pdf[begin] == '[';
            if (!inside || pdf[begin] != '<' || pdf[begin + 5] != '>') continue;
            const auto letter = static_cast<char16_t>(pdf.mid(begin + 1, 4).toUShort(nullptr, 16));
            const auto twin = usual.constFind(letter);
            if (twin != usual.constEnd())
                pdf.replace(begin + 1, 4, QByteArray::number(*twin, 16).rightJustified(4, '0').toUpper());
        }
    }
}

}  // namespace goho::gui::report
