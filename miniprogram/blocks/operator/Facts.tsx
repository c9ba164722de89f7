import { type ReactNode } from 'react';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import './facts.scss';

type Fact = { readonly name: string; readonly value: ReactNode };

/** Named facts, one under the other; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (Fact | undefined | false)[] }) {
  return (
    <Box as="ul" className="operator-facts">
      {facts.map(
        (fact) =>
          fact && (
            <Box as="li" key={fact.name} className="operator-facts__fact">
              <Words className="lt-small lt-soft">{fact.name}</Words>
              <Words selectable>{fact.value}</Words>
            </Box>
          ),
      )}
    </Box>
  );
}
