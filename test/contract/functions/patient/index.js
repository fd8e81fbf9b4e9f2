// Runs scripts with time enough for a test to work beside it.
exports.main = require('../sdk/index.js').main;
