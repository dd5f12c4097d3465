using FluentAssertions;
using Reqnroll.BoDi;
using Xunit;

namespace Conformance.Gherkin.Tests;

public sealed class ObjectContainerTests
{
    [Fact]
    public void A_class_is_made_once_with_what_its_largest_constructor_needs()
    {
        using var container = new ObjectContainer();

        var outer = container.Resolve<Outer>();

        outer.Inner.Should().BeSameAs(container.Resolve<Inner>());
        container.Resolve<Outer>().Should().BeSameAs(outer);
        outer.Container.Should().BeSameAs(container);
    }

    [Fact]
    public void What_the_parent_knows_is_taken_from_it()
    {
        using var parent = new ObjectContainer();
        using var child = new ObjectContainer(parent);
        using var sibling = new ObjectContainer(parent);
        var ofParent = parent.Resolve<Inner>();

        child.Resolve<Inner>().Should().BeSameAs(ofParent);
        child.Resolve<Outer>().Should().NotBeSameAs(sibling.Resolve<Outer>()).And.BeSameAs(child.Resolve<Outer>());
        parent.IsRegistered<Outer>().Should().BeFalse("a scenario's object is not the run's");
        child.Resolve<IObjectContainer>().Should().BeSameAs(child);
    }

    [Fact]
    public void Registrations_are_asked_first()
    {
        using var container = new ObjectContainer();
        var instance = new Implementation();
        container.RegisterInstanceAs<IService>(instance);
        container.RegisterInstanceAs<object>("named", "a");
        container.RegisterTypeAs<Implementation, IOther>("b").InstancePerDependency();
        container.RegisterFactoryAs<Lazy<int>>(() => new Lazy<int>(7));
        container.RegisterFactoryAs(c => new Tuple<IService>(c.Resolve<IService>())).InstancePerContext();

        container.Resolve<IService>().Should().BeSameAs(instance);
        container.Resolve<Implementation>().Should().BeSameAs(instance);
        container.Resolve<object>("a").Should().Be("named");
        container.Resolve<IOther>("b").Should().NotBeSameAs(container.Resolve<IOther>("b"));
        container.Resolve<Lazy<int>>().Value.Should().Be(7);
        container.Resolve<Tuple<IService>>().Should().BeSameAs(container.Resolve<Tuple<IService>>());
        container.Resolve<Tuple<IService>>().Item1.Should().BeSameAs(instance);
        container.ResolveAll<IService>().Should().Equal(instance);
        container.IsRegistered<IService>().Should().BeTrue();
        container.IsRegistered<IService>("a").Should().BeFalse();
    }

    [Fact]
    public void What_was_asked_for_cannot_be_registered_any_more()
    {
        using var container = new ObjectContainer();
        container.Resolve<Inner>();

        FluentActions.Invoking(() => container.RegisterInstanceAs(new Inner())).Should().Throw<ObjectContainerException>()
            .WithMessage("Conformance.Gherkin.Tests.ObjectContainerTests+Inner was asked for before it was registered.");
    }

    [Theory]
    [InlineData(typeof(int), "A System.Int32 cannot be injected.")]
    [InlineData(typeof(NeedsText), "A System.String cannot be injected. (needed by *NeedsText)")]
    [InlineData(typeof(Chicken), "*Chicken needs itself. (needed by *Chicken -> *Egg)")]
    [InlineData(typeof(NeedsService), "*IService is an interface and not registered. Register it in a [[]BeforeScenario(Order = 0)] hook. (needed by *NeedsService)")]
    [InlineData(typeof(TwoConstructors), "*TwoConstructors has several constructors with 1 parameters. (needed by *TwoConstructors)")]
    public void What_cannot_be_made_says_why(Type type, string message)
    {
        using var container = new ObjectContainer();

        FluentActions.Invoking(() => container.Resolve(type)).Should().Throw<ObjectContainerException>().WithMessage(message.Replace("[[]", "[", StringComparison.Ordinal));
    }

    [Fact]
    public void A_constructor_s_exception_is_thrown_as_it_is() =>
        FluentActions.Invoking(() => new ObjectContainer().Resolve<Broken>()).Should().Throw<InvalidOperationException>().WithMessage("no such thing");

    [Fact]
    public async Task What_it_made_is_disposed_of_last_first_and_what_it_was_given_is_not()
    {
        var journal = new Journal();
        var given = new Disposable(journal, "given");
        var entrusted = new Disposable(journal, "entrusted");
        await using (var container = new ObjectContainer())
        {
            container.RegisterInstanceAs(given);
            container.RegisterInstanceAs<IDisposable>(entrusted, "b", dispose: true);
            container.RegisterFactoryAs<IAsyncDisposable>(() => new AsyncDisposable(journal, "made, asynchronously"));
            container.RegisterFactoryAs<IDisposable>(() => new Disposable(journal, "made"), "made");
            container.Resolve<IAsyncDisposable>();
            container.Resolve<IDisposable>("made");
        }

        journal.Entries.Should().Equal("made", "made, asynchronously", "entrusted");
    }

    [Fact]
    public async Task All_is_disposed_of_even_if_some_of_it_throws()
    {
        var journal = new Journal();
        var container = new ObjectContainer();
        container.RegisterInstanceAs<object>(new Disposable(journal, "good"), "good", dispose: true);
        container.RegisterInstanceAs<object>(new BadDisposable("one"), "1", dispose: true);
        container.RegisterInstanceAs<object>(new BadDisposable("two"), "2", dispose: true);

        var thrown = await FluentActions.Awaiting(() => container.DisposeAsync().AsTask()).Should().ThrowAsync<AggregateException>();

        thrown.Which.InnerExceptions.Select(exception => exception.Message).Should().Equal("two", "one");
        journal.Entries.Should().Equal("good");
        FluentActions.Invoking(() => container.Resolve<Inner>()).Should().Throw<ObjectContainerException>().WithMessage("The container is disposed of.");
    }

    [Fact]
    public async Task Many_may_ask_at_once()
    {
        using var container = new ObjectContainer();

        var made = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => container.Resolve<Outer>())));

        made.Distinct().Should().ContainSingle();
    }

    public interface IService;

    public interface IOther;

    public sealed class Implementation : IService, IOther;

    public sealed class Inner;

    public sealed class Outer
    {
        public Outer() => throw new InvalidOperationException("the smaller constructor");

        public Outer(Inner inner, IObjectContainer container) => (Inner, Container) = (inner, container);

        public Inner Inner { get; }

        public IObjectContainer Container { get; }
    }

    public sealed class NeedsText(string text)
    {
        public string Text { get; } = text;
    }

    public sealed class NeedsService(IService service)
    {
        public IService Service { get; } = service;
    }

    public sealed class Chicken(Egg egg)
    {
        public Egg Egg { get; } = egg;
    }

    public sealed class Egg(Chicken chicken)
    {
        public Chicken Chicken { get; } = chicken;
    }

    public sealed class TwoConstructors
    {
        public TwoConstructors(Inner inner) => _ = inner;

        public TwoConstructors(Outer outer) => _ = outer;
    }

    public sealed class Broken
    {
        public Broken() => throw new InvalidOperationException("no such thing");
    }

    private sealed class Disposable(Journal journal, string name) : IDisposable
    {
        public void Dispose() => journal.Note(name);
    }

    private sealed class AsyncDisposable(Journal journal, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            journal.Note(name);
        }
    }

    private sealed class BadDisposable(string message) : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException(message);
    }
}
