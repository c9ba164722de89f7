import { type CSSProperties, type ReactNode } from 'react';

/** HTML's word for what a box is; mini programs have only boxes. */
export type BoxElement =
  'div' | 'section' | 'article' | 'nav' | 'main' | 'header' | 'footer' | 'ul' | 'ol' | 'li' | 'form';

export type BoxProps = {
  as?: BoxElement | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
  role?: string | undefined;
  /** Spoken name, where no visible words name it. */
  label?: string | undefined;
  labelledBy?: string | undefined;
  /** Changes are read out: politely, or at once for errors. */
  live?: 'polite' | 'assertive' | undefined;
  /** Decoration: not read out. */
  decorative?: boolean | undefined;
  /** Scrolls and holds nothing to tap: reached by the keyboard itself. Needs a `label`. */
  scrolls?: boolean | undefined;
  /** Share done, for `role="progressbar"`: 0–100. */
  percent?: number | undefined;
  children?: ReactNode;
};

export type WordsProps = {
  as?: 'span' | 'p' | 'h1' | 'h2' | 'h3' | 'strong' | 'small' | 's' | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
  label?: string | undefined;
  decorative?: boolean | undefined;
  /** Long-pressing selects it (mini programs select nothing otherwise). */
  selectable?: boolean | undefined;
  children?: ReactNode;
};

export type TapProps = {
  onTap: () => void;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  id?: string | undefined;
  /** Spoken name, where no visible words name it. */
  label?: string | undefined;
  disabled?: boolean | undefined;
  role?: 'button' | 'tab' | 'option' | 'radio' | 'switch' | 'link' | 'menuitem' | undefined;
  /** For tabs, radios and switches: whether this is the chosen one. */
  chosen?: boolean | undefined;
  /** For buttons that open something: whether it is open. */
  expanded?: boolean | undefined;
  children?: ReactNode;
};

/** `phone`: a mobile to sign in with; `contact`: any number to call. */
export type InputKind = 'text' | 'phone' | 'contact' | 'digits' | 'decimal' | 'search' | 'password';

export type InputProps = {
  id?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  onEnter?: (() => void) | undefined;
  onFocus?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  kind?: InputKind | undefined;
  placeholder?: string | undefined;
  label?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  disabled?: boolean | undefined;
  maxLength?: number | undefined;
  autoFocus?: boolean | undefined;
  /** More than one line of text. */
  multiline?: boolean | undefined;
  /** The browser's hint for filling in, e.g. `tel` or `one-time-code`. */
  autoComplete?: string | undefined;
  className?: string | undefined;
};

export type PhotoProps = {
  src: string;
  /** What it shows; empty for decoration. */
  alt: string;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Loaded at once instead of when it comes near the screen. */
  eager?: boolean | undefined;
  fit?: 'cover' | 'contain' | undefined;
  onLoad?: (() => void) | undefined;
  onError?: (() => void) | undefined;
};

export type Option<Value extends string = string> = { readonly value: Value; readonly text: string };

export type ChoicePickerProps = {
  id?: string | undefined;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  label?: string | undefined;
};

export type MomentPickerProps = {
  id?: string | undefined;
  kind: 'date' | 'time';
  /** `2026-03-01` or `09:30`. */
  value: string;
  onChange: (value: string) => void;
  label?: string | undefined;
};
