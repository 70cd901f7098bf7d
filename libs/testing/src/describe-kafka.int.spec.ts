import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const workspace = resolve(__dirname, '../../..');

describe('a suite that needs Kafka, where there is none', () => {
  it('is reported as skipped, with the reason', async () => {
    const { code, suites, output } = await runWithoutJava({ REQUIRE_KAFKA: undefined });
    expect({ code, suites }).toEqual({
      code: 0,
      suites: [{ status: 'pending', title: expect.stringMatching(/ \(skipped: .*java.*\)$/i) as string }],
    });
    expect(output).toContain('"numPendingTests":1');
  });

  it('is a failure with REQUIRE_KAFKA=1', async () => {
    const { code, suites, output } = await runWithoutJava({ REQUIRE_KAFKA: '1' });
    expect({ code, suites }).toEqual({
      code: 1,
      suites: [{ status: 'failed', title: 'the Kafka broker of a suite' }],
    });
    expect(output).toMatch(/REQUIRE_KAFKA=1, but Kafka cannot be had: .*java/i);
  });
});

interface Report {
  testResults: { assertionResults: { status: string; ancestorTitles: string[] }[] }[];
}

/** Runs this folder's Kafka suite by a jest of its own, on a machine whose programs cannot be found. */
function runWithoutJava(
  env: Record<string, string | undefined>,
): Promise<{ code: number; suites: { status: string; title: string | undefined }[]; output: string }> {
  const args = [require.resolve('jest/bin/jest'), 'libs/testing/src/kafka-for-specs', '--json'];
  const environment = { ...process.env, PATH: '/nowhere', JAVA_HOME: undefined, ...env };
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: workspace, env: environment }, (error, output) => {
      const report = JSON.parse(output) as Report;
      const suites = report.testResults.flatMap(({ assertionResults }) =>
        assertionResults.map(({ status, ancestorTitles }) => ({ status, title: ancestorTitles[0] })),
      );
      done({ code: error === null ? 0 : Number(error.code), suites, output });
    });
  });
}
