import * as z from 'zod';

/** zod compiles its parsers with `new Function`, which mini programs forbid and a strict CSP reports: interpret there. */
const inNode = typeof process !== 'undefined' && 'versions' in process && 'node' in process.versions;
z.config({ jitless: !inNode });

export { z };
