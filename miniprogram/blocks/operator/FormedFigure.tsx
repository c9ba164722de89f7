import { useTexts } from '@/i18n/texts';
import { type CityGroups } from './cityGroups';
import { Figure } from './Figures';
import { operatorTexts } from './texts';

type FormedFigureProps = {
  /** Nothing: not known yet. */
  groups: readonly CityGroups[] | undefined;
  cycleId: string;
};

const none = { formed: 0, begun: 0 };

/** How many group buys of a cycle have reached their target, of those that somebody has joined. */
export function FormedFigure({ groups, cycleId }: FormedFigureProps) {
  const t = useTexts(operatorTexts);
  const { formed, begun } = groups?.find((one) => one.cycleId === cycleId) ?? none;
  return <Figure name={t('groupsFormed')}>{groups ? t('ofBegun', { formed, begun }) : '–'}</Figure>;
}
