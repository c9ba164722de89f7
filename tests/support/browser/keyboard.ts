import { type Locator } from 'playwright-core';
import { waitFor } from '../../../scripts/demo/actors/waiting';
import { type AppWindow } from './appWindow';
import { lookAround } from './tabStops';
import { code } from './town';

/** Over a whole page and round to where it began. */
const mostTabs = 150;
/** What a dialog or a page does before it has the focus. */
const patienceMs = 30_000;
const slideMs = 3_000;
const lookEveryMs = 50;

type Role = Parameters<Locator['getByRole']>[0];
type Name = string | RegExp;
type State = Pick<
  NonNullable<Parameters<Locator['getByRole']>[1]>,
  'selected' | 'checked' | 'expanded' | 'disabled'
>;
type Key = 'Enter' | 'Space' | 'Escape' | `Arrow${'Up' | 'Down' | 'Left' | 'Right'}` | 'Home' | 'End';

/** Somebody without a mouse: all that is done is keys, and what they are for is seen before they are pressed. */
export const keyboard = ({ page, tells }: AppWindow) => {
  const find = (role: Role, name: Name) =>
    page.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true });
  const hasFocus = (target: Locator): Promise<boolean> =>
    target.evaluateAll((found) => found.some((element) => element === element.ownerDocument.activeElement));
  const here = async () => (await lookAround(page))?.name ?? 'nothing';

  /** The focus comes there by itself: where a page or dialog opens or closes. */
  async function isOn(role: Role, name: Name): Promise<void> {
    const target = find(role, name);
    const look = async () => (await hasFocus(target)) || undefined;
    const patience = { seconds: patienceMs / 1000, everyMs: lookEveryMs };
    await waitFor(`the focus on ${role}`, look, patience).catch(async (cause: unknown) => {
      throw new Error(`the focus is on ${await here()} and not on ${role} “${String(name)}”`, { cause });
    });
  }

  /** Where the focus is, it is in sight and marked: at once, or when the page that left has slid away. */
  async function standsWell(): Promise<void> {
    const faultsNow = async () => (await lookAround(page))?.faults ?? ['nothing has the focus'];
    let faults = await faultsNow();
    for (const until = Date.now() + slideMs; faults.length > 0 && Date.now() < until;) {
      await page.waitForTimeout(lookEveryMs);
      faults = await faultsNow();
    }
    if (faults.length > 0) throw new Error(`${await here()} ${faults.join(', ')}`);
  }

  /** Presses Tab until the focus is there: in sight and marked. */
  async function tabTo(role: Role, name: Name): Promise<void> {
    const target = find(role, name);
    await target.first().waitFor();
    const passed: string[] = [];
    while (!(await hasFocus(target))) {
      if (passed.length === mostTabs)
        throw new Error(
          `Tab never comes to ${role} “${String(name)}”, but to: ${[...new Set(passed)].join(', ')}`,
        );
      await page.keyboard.press('Tab');
      passed.push(await here());
    }
    await standsWell();
  }

  const press = (key: Key) => page.keyboard.press(key);
  async function write(role: 'textbox' | 'searchbox' | 'combobox', name: Name, text: string) {
    await tabTo(role, name);
    await page.keyboard.type(text);
  }
  return {
    isOn,
    tabTo,
    press,
    /** Goes to a field and types into it. */
    write,
    /** On the page that asks for it. */
    async signIn(phone: string) {
      await write('textbox', 'Phone number', phone);
      await write('textbox', 'Code', code);
      await press('Enter');
      await tells(/^Welcome back,/);
    },
    /** Goes there and presses it. */
    async use(role: Role, name: Name, key: Key = 'Enter') {
      await tabTo(role, name);
      await press(key);
    },
    /** What is chosen, pressed, checked or expanded. */
    async finds(role: Role, name: Name, state: State = {}) {
      await page
        .getByRole(role, { ...state, name })
        .filter({ visible: true })
        .first()
        .waitFor();
    },
  };
};
