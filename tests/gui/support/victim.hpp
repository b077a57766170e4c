// A program that edits a file until it is killed, for the tests of recovery. Arguments: --edit-until-killed FILE FOLDER LOG.
#pragma once

namespace goho::gui::test {

int edit_until_killed(int argc, char** argv);

}  // namespace goho::gui::test
