import { classNames } from '../classNames';
import { Icon } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

export type TimelineStep = {
  readonly key: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly state: 'done' | 'now' | 'todo' | 'failed';
};

/** What has happened, what happens now and what comes. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <Box as="ol" label={label} className="lt-timeline">
      {steps.map((step) => (
        <Box
          as="li"
          key={step.key}
          className={classNames('lt-timeline__step', `lt-timeline__step--${step.state}`)}
        >
          <Box decorative className="lt-timeline__dot">
            {step.state === 'done' && <Icon name="check" />}
            {step.state === 'failed' && <Icon name="close" />}
          </Box>
          <Box className="lt-grow">
            <Box className="lt-timeline__title">
              <Words>{step.title}</Words>
            </Box>
            {step.detail !== undefined && (
              <Box className="lt-small lt-soft">
                <Words>{step.detail}</Words>
              </Box>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
