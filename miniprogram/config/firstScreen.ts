import { type Compiler, emit, filesOf } from './webpack';

/** Writes `first-screen.json`: the script files that the home page needs before it can be used. */
export class FirstScreen {
  apply(compiler: Compiler) {
    emit(compiler, 'first-screen.json', (compilation) => {
      const files = filesOf(compilation, (request) => request.includes('pages/home/index'));
      return JSON.stringify(
        files.filter((file) => file.endsWith('.js')),
        null,
        2,
      );
    });
  }
}
