import { Box } from '../primitives/Box';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';
import { classNames } from '../classNames';

type TabsProps<Value extends string> = {
  tabs: readonly { readonly value: Value; readonly text: string; readonly count?: number | undefined }[];
  value: Value;
  onChange: (value: Value) => void;
  /** What the tabs choose between, spoken. */
  label: string;
};

/** Switches between views of the same thing. */
export function Tabs<Value extends string>({ tabs, value, onChange, label }: TabsProps<Value>) {
  return (
    <Box role="tablist" label={label} className="lt-tabs">
      {tabs.map((tab) => (
        <Tap
          key={tab.value}
          role="tab"
          chosen={tab.value === value}
          onTap={() => onChange(tab.value)}
          className={classNames('lt-tabs__tab', tab.value === value && 'lt-tabs__tab--chosen')}
        >
          <Words>{tab.text}</Words>
          {tab.count !== undefined && <Words className="lt-tabs__count">{tab.count}</Words>}
        </Tap>
      ))}
    </Box>
  );
}
