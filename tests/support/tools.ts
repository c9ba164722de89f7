import { type TestTool } from '../../scripts/testTools';

/** `describe`, or `describe.skip` when `npm test` said that this machine lacks the tool. */
export function describeWith(tool: TestTool['name']): jest.Describe {
  return process.env['TEST_WITHOUT']?.split(',').includes(tool) ? describe.skip : describe;
}
