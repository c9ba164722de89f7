import path from 'node:path';
import postcss, { type Rule } from 'postcss';
import sass from 'sass';

/** One selector of one rule of a style file: whom it styles, and how strong it is. */
export type StyleRule = {
  readonly file: string;
  readonly selector: string;
  /** What the rule depends on besides the classes: the screen's width, paper. */
  readonly media: string;
  /** The classes of the element that it styles. */
  readonly subject: readonly string[];
  /** All classes that it names. */
  readonly classes: readonly string[];
  /** Classes, pseudo-classes and attributes: the part of the specificity that differs here. */
  readonly strength: number;
  readonly properties: readonly string[];
};

const classesOf = (selector: string): string[] =>
  [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? '');

const strengthOf = (selector: string): number =>
  classesOf(selector).length + (selector.match(/\[|(?<!:):(?!:|not\b)/g)?.length ?? 0);

const mediaOf = ({ parent }: Rule): string =>
  parent?.type === 'atrule' && 'params' in parent ? String(parent.params) : '';

/** The rules of a style file, as the browser gets them; those of animations are left out. */
export const rulesOf = (root: string, file: string): StyleRule[] => {
  const { css } = sass.compile(path.join(root, file), { logger: sass.Logger.silent });
  const rules: StyleRule[] = [];
  postcss.parse(css).walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && 'name' in rule.parent && rule.parent.name === 'keyframes') return;
    const properties = rule.nodes.flatMap((node) => (node.type === 'decl' ? [node.prop] : []));
    for (const selector of rule.selectors) {
      const last = selector.split(/\s*[\s>+~]\s*/).at(-1) ?? selector;
      const [subject, classes] = [classesOf(last), classesOf(selector)];
      const strength = strengthOf(selector);
      rules.push({ file, selector, media: mediaOf(rule), subject, classes, strength, properties });
    }
  });
  return rules;
};
