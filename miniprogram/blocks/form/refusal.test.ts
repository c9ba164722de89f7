import { ApiProblem } from '@/client/apiProblem';
import { refusedFields } from './refusal';

const draft = { titleZh: '', titleEn: '', unitCost: '', version: 1 };
const refusal = (...paths: string[]) =>
  new ApiProblem('MALFORMED_REQUEST', 400, { issues: paths.map((path) => ({ path, message: 'no' })) });

test('a refusal of the server finds its field, parts of it too', () => {
  expect(Object.keys(refusedFields(refusal('title.zh', 'unitCost.amount'), draft))).toEqual([
    'titleZh',
    'unitCost',
  ]);
});

test('what no field is about marks none', () => {
  expect(refusedFields(refusal('keywords.3', ''), draft)).toEqual({});
  expect(refusedFields(new ApiProblem('NOT_FOUND', 404), draft)).toEqual({});
  expect(refusedFields(new ApiProblem('MALFORMED_REQUEST', 400), draft)).toEqual({});
});
