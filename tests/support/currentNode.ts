import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const packages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
const candidates = packages.map((name) => join(resolve(__dirname, '../../node_modules'), name, 'bin/node'));

/** The current LTS of Node, which npm brings where there is a package of it; undefined where there is none. */
export const currentNode = candidates.find((path) => existsSync(path));
