#pragma once

/* librsvg is opened at run time: it brings two dozen libraries that a run without SVG does not need. */
