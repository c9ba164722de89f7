import { useRef, type HTMLAttributes, type Ref } from 'react';
import { type BoxElement, type BoxProps } from './types';
import { useArrows } from './useArrows';

type Html = HTMLAttributes<HTMLElement> & { as: BoxElement };

/** One of these things is chosen: the arrow keys go from one to the next. */
function Choices({ as: Element, ...rest }: Html) {
  const group = useRef<HTMLElement>(null);
  return <Element {...rest} ref={group as Ref<never>} onKeyDown={useArrows(group)} />;
}

const isChoices = (role: string | undefined) => role === 'tablist' || role === 'radiogroup';

/** A box: HTML's own element. */
export function Box({
  as: Element = 'div',
  label,
  labelledBy,
  live,
  decorative,
  percent,
  scrolls = false,
  ...rest
}: BoxProps) {
  const html = {
    ...rest,
    ...(scrolls ? { tabIndex: 0 } : {}),
    'aria-label': label,
    'aria-labelledby': labelledBy,
    'aria-live': live,
    'aria-hidden': decorative ? (true as const) : undefined,
    ...(percent === undefined
      ? {}
      : { 'aria-valuenow': Math.round(percent), 'aria-valuemin': 0, 'aria-valuemax': 100 }),
  };
  return isChoices(rest.role) ? <Choices as={Element} {...html} /> : <Element {...html} />;
}
