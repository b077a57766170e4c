// Tags and text, escaped; the only place where a report's web page is put together from letters.
#pragma once

#include <QByteArray>
#include <QString>
#include <utility>
#include <vector>

namespace goho::gui::report {

class HtmlWriter {
public:
    using Attributes = std::vector<std::pair<const char*, QString>>;

    static QByteArray escaped(const QString& text) { return text.toHtmlEscaped().toUtf8(); }
    void raw(const QByteArray& bytes) { out_ += bytes; }
    /// Attributes without a value are left out.
    void open(const char* tag, const Attributes& attributes = {}) { raw(opened(tag, attributes) + '\n'); }
    void close(const char* tag) { raw("</" + QByteArray(tag) + ">\n"); }
    void text(const char* tag, const Attributes& attributes, const QString& words) {
        raw(opened(tag, attributes) + escaped(words) + "</" + tag + ">\n");
    }
    QByteArray take() { return std::exchange(out_, {}); }

private:
    static QByteArray opened(const char* tag, const Attributes& attributes) {
        QByteArray out = "<" + QByteArray(tag);
        for (const auto& [name, value] : attributes) {
            if (!value.isEmpty()) out += ' ' + QByteArray(name) + "=\"" + escaped(value) + '"';
        }
        return out + '>';
    }
    QByteArray out_;
};

}  // namespace goho::gui::report
