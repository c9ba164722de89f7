import { TestEnvironment } from 'jest-environment-node';

/** Work to do when a test file is over, after every `afterAll` of its own – those may still need the database. */
export type AtFileEnd = (() => Promise<void>)[];

export default class LintuanEnvironment extends TestEnvironment {
  readonly #atFileEnd: AtFileEnd = [];

  override async setup(): Promise<void> {
    await super.setup();
    this.global['lintuanAtFileEnd'] = this.#atFileEnd;
  }

  async handleTestEvent(event: { name: string }): Promise<void> {
    if (event.name !== 'run_finish') return;
    for (const action of this.#atFileEnd.splice(0).reverse()) await action();
  }
}
