// Prints one line of counts in the words of cargo's own test runner, so that `./dev test` adds both up.
export default class Tally {
  onBegin(_config, suite) {
    this.suite = suite;
  }

  onEnd() {
    const outcomes = this.suite.allTests().map((test) => test.outcome());
    const count = (...kinds) => outcomes.filter((outcome) => kinds.includes(outcome)).length;
    const failed = count('unexpected', 'flaky');
    const word = failed > 0 ? 'FAILED' : 'ok';
    process.stdout.write(`\ntest result: ${word}. ${count('expected')} passed; ${failed} failed; ${count('skipped')} ignored\n`);
  }

  printsToStdio() {
    return false;
  }
}
