/** `testSummary.ts <file>`: one line from jest's JSON summary, `N passed, N failed`; a run without one has failed. */
import { existsSync, readFileSync } from 'node:fs';

type Summary = { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };

const [, , file = ''] = process.argv;
const none: Summary = { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
const summary = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Summary) : none;
// A file that could not even be loaded has no tests to count, but it is a failure all the same.
const failed = summary.numFailedTests + summary.numRuntimeErrorTestSuites;
console.log(`${summary.numPassedTests} passed, ${failed} failed`);
