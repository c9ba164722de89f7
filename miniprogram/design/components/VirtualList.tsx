import { useEffect, useId, useState, type ReactNode } from 'react';
import { watchNearScreen } from '@/platform/nearScreen';
import { Box } from '../primitives/Box';
import { classNames } from '../classNames';

type VirtualListProps<Item> = {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  render: (item: Item, index: number) => ReactNode;
  /** The height that `chunk` items take before they are measured, in px. */
  estimate: number;
  /** Items that come and go together. */
  chunk?: number;
  /** Laid on each chunk, e.g. a grid. */
  className?: string;
  label?: string;
};

const margin = 900;

/** A chunk's place: its items while it is near the screen, else an empty box of the height it last had. */
function Chunk({
  children,
  estimate,
  near: first,
  className,
}: {
  children: () => ReactNode;
  estimate: number;
  near: boolean;
  className?: string | undefined;
}) {
  const id = `chunk${useId().replace(/\W/g, '')}`;
  const [{ near, height }, setPlace] = useState({ near: first, height: estimate });
  useEffect(
    () =>
      watchNearScreen(id, margin, (nowNear, measured) =>
        setPlace((before) => ({
          near: nowNear,
          height: before.near && measured > 0 ? measured : before.height,
        })),
      ),
    [id],
  );
  return (
    <Box id={id} role="presentation" style={near ? {} : { height: `${height}px` }}>
      {near && (
        <Box role="presentation" className={className}>
          {children()}
        </Box>
      )}
    </Box>
  );
}

/** A long list of which only what is near the screen exists; scrolls with the page, on every platform. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, keyOf, render, estimate, chunk = 10, className, label } = props;
  const chunks = Array.from({ length: Math.ceil(items.length / chunk) }, (_, at) => at * chunk);
  return (
    <Box role="list" label={label} className="lt-virtual-list">
      {chunks.map((from) => (
        <Chunk key={from} estimate={estimate} near={from < 2 * chunk} className={classNames(className)}>
          {() =>
            items.slice(from, from + chunk).map((item, at) => (
              <Box key={keyOf(item)} role="listitem">
                {render(item, from + at)}
              </Box>
            ))
          }
        </Chunk>
      ))}
    </Box>
  );
}
