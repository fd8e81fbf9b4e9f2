// The same misdeeds with time enough for each, so that a slow machine meets the same limit first.
exports.main = require('../misbehave/index.js').main;
