import * as z from 'zod';

/** zod compiles its parsers with `new Function`, which mini programs forbid and a strict CSP reports: interpret there. */
const inNode = typeof process !== 'undefined' && typeof process.versions?.node === 'string';
z.config({ jitless: !inNode });

export { z };
