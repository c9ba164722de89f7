import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'docs/domain.md', 'docs/architecture.md', 'deploy/README.md'];
/** Folders of ours that a page names in code type, such as `shared/kit/mongo/`. */
const ours = /`((?:services|shared|miniprogram|tests|scripts|bench|deploy|docs)\/[\w./-]*)`/g;
const links = /\]\((?!https?:|#)([^)#\s]+)/g;

/** What is compiled is there when its source is. */
const isThere = (path: string) => existsSync(path) || existsSync(path.replace(/\.js$/, '.ts'));

test.each(pages)('%s names only files and folders that are there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const named = [...text.matchAll(ours)].map(([, path = '']) => join(root, path));
  const linked = [...text.matchAll(links)].map(([, path = '']) => resolve(root, dirname(page), path));
  expect(named.length + linked.length).toBeGreaterThan(0);
  expect([...named, ...linked].filter((path) => !isThere(path))).toEqual([]);
});
