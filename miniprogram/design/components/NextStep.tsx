import { type ReactNode } from 'react';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

type NextStepProps = { title: string; detail: string; /** The button that does it. */ children: ReactNode };

/** The one thing to do now. */
export function NextStep({ title, detail, children }: NextStepProps) {
  return (
    <Box as="section" label={title} className="lt-next-step">
      <Words as="h2" className="lt-next-step__head">
        {title}
      </Words>
      <Words as="p" className="lt-next-step__words">
        {detail}
      </Words>
      {children}
    </Box>
  );
}
