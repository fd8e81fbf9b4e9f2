// For programs of their own: node --require ./scripts/bootstrap/register-typescript.cjs program.ts
require('./read-typescript.cjs').readTypeScript();
