// Blocks of a report as strips of ink: headings, texts, names, cards and pictures. Tables have a file of their own.
#pragma once

#include "report/paper.hpp"

namespace goho::gui::report {

Strips strips_of(const Heading& heading, const PaperSheet& sheet);
Strips strips_of(const Paragraph& paragraph, const PaperSheet& sheet);
Strips strips_of(const Bullets& bullets, const PaperSheet& sheet);
Strips strips_of(const Names& names, const PaperSheet& sheet);
Strips strips_of(const NewPage& page, const PaperSheet& sheet);

/// In rows of at most six, evenly filled.
Strips strips_of(const Cards& cards, const PaperSheet& sheet);

/// One strip: pictures side by side stay together. Pictures without a chart are left out.
Strips strips_of(const Pictures& pictures, const PaperSheet& sheet);

/// Any of them.
Strips strips_of(const Block& block, const PaperSheet& sheet);

}  // namespace goho::gui::report
