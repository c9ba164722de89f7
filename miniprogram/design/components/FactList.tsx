import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

type Fact = readonly [name: string, value: string | undefined];

/** Named facts, the name on the left and what it is on the right; what is not known is left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box as="ul" className="lt-column lt-column--tight">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <Box as="li" key={name} className="lt-fact lt-small">
              <Words className="lt-fact__name lt-soft">{name}</Words>
              <Words className="lt-fact__value" selectable>
                {value}
              </Words>
            </Box>
          ),
      )}
    </Box>
  );
}
