#include "pipeline/cli/app.h"

int main(int argc, char** argv) { return vanthu::cli::RunProgram(argc, argv); }
