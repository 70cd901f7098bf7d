import { templateProblems } from './define-step-template';
import { shippedTemplates } from './shipped-step-templates';

describe('the templates that a company begins with', () => {
  const of = (point: string) => shippedTemplates.filter((template) => template.point === point);

  it('are those of the method: seven steps and stepKey nodes, six steps, nine activities, four payments by three, and renewal', () => {
    expect(['PLAN', 'ACQUIRE', 'WIN', 'COLLECT', 'RENEW'].map((point) => of(point).length)).toEqual([8, 6, 9, 12, 6]);
    expect(of('PLAN').map(({ action }) => action)).toEqual([
      '客户情报研究',
      '客户潜力分析',
      '客户关系评估',
      '客户跟踪策略',
      '工作目标拆解',
      '目标风险裕量',
      '目标动态控制',
      '关键节点',
    ]);
    expect(of('COLLECT').map(({ stepKey }) => stepKey.replace(/-(care|performance|evidence)$/, ''))).toEqual(
      ['down-payment', 'delivery', 'acceptance', 'retention'].flatMap((payment) => [payment, payment, payment]),
    );
  });

  it('are what anybody could define: each once, in their order, with sound days and names', () => {
    const keys = shippedTemplates.map(({ point, stepKey }) => `${point} ${stepKey}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const template of shippedTemplates) {
      const { stepKey, place, point, requiredInputs, requiredOutputs } = template;
      const lists = { requiredInputs: [...requiredInputs], requiredOutputs: [...requiredOutputs] };
      expect([stepKey, templateProblems({ ...template, ...lists })]).toEqual([stepKey, []]);
      expect(stepKey).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect([stepKey, of(point)[place - 1]?.stepKey]).toEqual([stepKey, stepKey]);
      expect([stepKey, requiredOutputs.length > 0]).toEqual([stepKey, true]);
    }
  });

  it('leave nothing to chance that is not optional in the method', () => {
    expect(shippedTemplates.filter(({ required }) => !required).map(({ stepKey }) => stepKey)).toEqual([
      'post-award-talks',
      'reference-building',
    ]);
  });
});
