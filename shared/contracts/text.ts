/** Flags of regions (🏴 and a tag of letters): the one place where tags belong. */
const taggedFlags = /\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;
/**
 * What turns the direction of text or hides in it, and is no part of any writing: bidirectional controls, zero-width spaces, separators of
 * lines and paragraphs, tags. The joiners U+200C and U+200D stay: scripts and emoji are written with them.
 */
const hiding =
  '\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}';
const hidden = new RegExp(`[${hiding}]`, 'u');
const everyHidden = new RegExp(`(\\u{1f3f4}[\\u{e0020}-\\u{e007f}]+)|[${hiding}]`, 'gu');
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Neither blank, nor a mark that needs a letter to stand on, nor one of the letters that show nothing (Hangul fillers, blank braille). */
const visible = /[^\s\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]/u;

/** Whether there is anything to see in a text. */
export const isVisible = (text: string): boolean => visible.test(text);

/** Whether a text holds what nobody types: control characters, and those that turn or hide text. */
export const hasControls = (text: string): boolean =>
  control.test(text) || hidden.test(text.replace(taggedFlags, ''));

/** A pasted text without the characters that turn or hide text, which come along from chats and web pages. */
export const withoutHidden = (text: string): string => text.replace(everyHidden, '$1');
