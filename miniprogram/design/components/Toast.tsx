import { create } from 'zustand';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

type ToastTone = 'done' | 'info' | 'problem';
type Shown = { id: number; text: string; tone: ToastTone };

const shownMs = 3200;
const icons: Record<ToastTone, IconName> = { done: 'check', info: 'info', problem: 'warning' };
const useToastStore = create<{ shown: Shown | undefined }>(() => ({ shown: undefined }));

let count = 0;

/** Says briefly what just happened; the newest replaces what is shown. */
export const showToast = (text: string, tone: ToastTone = 'done'): void => {
  count += 1;
  const id = count;
  useToastStore.setState({ shown: { id, text, tone } });
  setTimeout(() => {
    if (useToastStore.getState().shown?.id === id) useToastStore.setState({ shown: undefined });
  }, shownMs);
};

/** Where toasts appear; every `Page` has one. */
export function Toasts() {
  const shown = useToastStore((state) => state.shown);
  return (
    <Box live="polite" role="status" className="lt-toasts">
      {shown && (
        <Box key={shown.id} className={`lt-toast lt-toast--${shown.tone}`}>
          <Icon name={icons[shown.tone]} />
          <Words>{shown.text}</Words>
        </Box>
      )}
    </Box>
  );
}
