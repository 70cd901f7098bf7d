'use strict';
// `node tools/setup/run.cjs <file.ts> [arguments]`: installs what is missing, then runs a TypeScript file in this very process.
const { resolve } = require('node:path');
require('./ensure-installed.cjs').ensureInstalled();

const [, , file, ...rest] = process.argv;
const script = resolve(file);
process.argv = [process.argv[0], script, ...rest];
process.env.APOLLO_TELEMETRY_DISABLED = '1';
require('reflect-metadata');
require('@swc-node/register');
require(script);
