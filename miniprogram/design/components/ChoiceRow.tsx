import { type ReactNode } from 'react';
import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';

type ChoiceRowProps = {
  title: string;
  detail: string;
  chosen: boolean;
  onTap: () => void;
  /** At the left: a mark of what it is. */
  leading?: ReactNode;
};

/** One line of several of which one is chosen; they stand in a `radiogroup`. */
export function ChoiceRow({ title, detail, chosen, onTap, leading }: ChoiceRowProps) {
  return (
    <Tap role="radio" chosen={chosen} onTap={onTap} className="lt-list-row">
      {leading}
      <Box className="lt-grow">
        <Words className="lt-strong">{title}</Words>
        <Box className="lt-list-row__detail">
          <Words>{detail}</Words>
        </Box>
      </Box>
      <Box decorative className={chosen ? 'lt-choice-dot lt-choice-dot--chosen' : 'lt-choice-dot'} />
    </Tap>
  );
}
