using B2BConnector.Host.ConsolePages.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>Renders components to text. Every page leaves through here, so no e-mail address can slip past the mask.</summary>
internal sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, TimeProvider time)
{
    public async Task<string> RenderAsync<T>(bool emails, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            RenderFragment content = builder =>
            {
                builder.OpenComponent<T>(0);
                foreach (var (name, value) in parameters)
                {
                    builder.AddComponentParameter(1, name, value);
                }

                builder.CloseComponent();
            };
            var root = await renderer.RenderComponentAsync<AtMoment>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(AtMoment.Now)] = time.GetUtcNow(), [nameof(AtMoment.ChildContent)] = content,
            }));
            return root.ToHtmlString();
        });
        return emails ? html : EmailMask.Apply(html);
    }
}
