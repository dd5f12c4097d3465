using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Gherkin.Tests;

public sealed class DataTableTests
{
    [Fact]
    public void Cells_are_read_by_column_and_by_place()
    {
        var table = Sample();

        table.Header.Should().Equal("name", "value");
        table.RowCount.Should().Be(2);
        table.Rows[1]["value"].Should().Be("2");
        table.Rows[1][0].Should().Be("second");
        table.Rows[0].Keys.Should().Equal("name", "value");
        table.Rows[0].Values.Should().Equal("first", "1");
        table.Rows[0].Should().Equal(KeyValuePair.Create("name", "first"), KeyValuePair.Create("value", "1"));
        table.Rows[0].ContainsKey("value").Should().BeTrue();
        table.Rows[0].TryGetValue("value", out var value).Should().BeTrue();
        value.Should().Be("1");
        table.Rows[0].TryGetValue("other", out _).Should().BeFalse();
        table.ContainsColumn("Name").Should().BeFalse("columns are told apart by case");
    }

    [Fact]
    public void Cells_can_be_changed_and_columns_renamed()
    {
        var table = Sample();
        table.Rows[0]["name"] = "changed";
        table.RenameColumn("name", "title");
        table.AddRow(new Dictionary<string, string> { ["value"] = "3" });

        table.Rows[0]["title"].Should().Be("changed");
        table.Rows[2].Values.Should().Equal("", "3");
    }

    [Fact]
    public void It_is_written_as_in_a_feature()
    {
        Sample().ToString().ReplaceLineEndings("\n").Should().Be("| name   | value |\n| first  | 1     |\n| second | 2     |\n");
        Sample().ToString(headersOnly: true, withNewline: false).Should().Be("| name | value |");
    }

    [Fact]
    public void An_unknown_column_shows_the_table() =>
        FluentActions.Invoking(() => new DataTable("a").Rows.Concat(Sample().Rows).First()["b"]).Should().Throw<IndexOutOfRangeException>()
            .Which.Message.ReplaceLineEndings("\n").Should().Be("The table has no column 'b':\n| name   | value |\n| first  | 1     |\n| second | 2     |\n");

    [Fact]
    public void A_row_has_a_cell_for_each_column()
    {
        FluentActions.Invoking(() => Sample().AddRow("only one")).Should().Throw<ArgumentException>().WithMessage("The row has 1 cells, the table 2 columns:*");
        FluentActions.Invoking(() => new DataTable()).Should().Throw<ArgumentException>().WithMessage("A table needs at least one column.*");
        FluentActions.Invoking(() => ((IDictionary<string, string>)Sample().Rows[0]).Add("c", "d")).Should().Throw<ReqnrollException>();
    }

    private static DataTable Sample()
    {
        var table = new DataTable("name", "value");
        table.AddRow("first", "1");
        table.AddRow("second", "2");
        return table;
    }
}
