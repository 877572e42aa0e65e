using System.Linq.Expressions;
using System.Reflection;

namespace KapFunctions.Standalone.Invocation;

/// <summary>Running a function needs no reflection. What does not fit is told at once, the compiler runs at the first call.</summary>
internal static class FunctionInvoker
{
    /// <summary>Compiles <c>input => complete(instance.Method(bind(input)…), input)</c>.</summary>
    /// <param name="bind">A parameter's value made from the input; null where the trigger has nothing for it.</param>
    /// <param name="complete">A task of the call and the input; null where the trigger cannot take its result.</param>
    /// <exception cref="InvalidOperationException">A parameter or the result does not fit the trigger.</exception>
    public static Func<TInput, Task> Compile<TInput>(
        FunctionMethod function,
        object instance,
        Func<ParameterInfo, ParameterExpression, Expression?> bind,
        Func<Expression, ParameterExpression, Expression?> complete
    )
    {
        var input = Expression.Parameter(typeof(TInput), "input");
        var arguments = function
            .Method.GetParameters()
            .Select(parameter =>
                bind(parameter, input)
                ?? throw new InvalidOperationException(
                    $"Function {function.Name}: its trigger offers nothing for the parameter '{parameter.ParameterType.Name} {parameter.Name}'."
                )
            );
        var call = Expression.Call(Expression.Constant(instance), function.Method, arguments);
        var body =
            complete(call, input)
            ?? throw new InvalidOperationException(
                $"Function {function.Name}: its trigger cannot take a result of type {function.Method.ReturnType.Name}."
            );
        var compiled = new Lazy<Func<TInput, Task>>(Expression.Lambda<Func<TInput, Task>>(body, input).Compile);
        return called => compiled.Value(called);
    }

    /// <summary>For functions that only work: a task of any kind, or none.</summary>
    public static Expression? AsTask(Expression call, ParameterExpression input)
    {
        if (call.Type == typeof(void))
        {
            return Expression.Block(call, Expression.Constant(Task.CompletedTask));
        }

        if (call.Type == typeof(ValueTask))
        {
            return Expression.Call(call, nameof(ValueTask.AsTask), null);
        }

        return typeof(Task).IsAssignableFrom(call.Type) ? Expression.Convert(call, typeof(Task)) : null;
    }
}
